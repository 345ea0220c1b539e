import { randomUUID } from 'node:crypto'
import { chmodSync, realpathSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'

/** Writes a file anew, whole or not at all, with the permissions it had. Throws where it cannot be written. */
export function replaceFile(file: string, text: string): void {
  // What a link leads to, not the link.
  const target = realpathSync(file)
  const draft = `${target}.${randomUUID()}.tmp`
  try {
    writeFileSync(draft, text, { flag: 'wx' })
    chmodSync(draft, statSync(target).mode)
    renameSync(draft, target)
  } catch (cause) {
    rmSync(draft, { force: true })
    throw cause
  }
}
