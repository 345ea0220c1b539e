import { execFileSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'

const command = fileURLToPath(new URL('../../../lib/cli/main.js', import.meta.url))

/** Runs `hedgerow export` as people do, in a folder. Throws where it fails. */
export function exportDeck(folder: string, args: readonly string[]): void {
  execFileSync(process.execPath, [command, 'export', ...args], { cwd: folder, stdio: 'pipe' })
}
