import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { isSystemFile } from '../node/system-files.ts'

// Their versions, and of reveal.js the code itself, since it exports no package.json.
const DEPENDENCIES = [
  'reveal.js',
  'reveal.js/reveal.css',
  'vite/package.json',
  'katex/package.json',
  '@fontsource/lato/package.json',
  '@fontsource/league-gothic/package.json',
  '@fontsource-variable/source-sans-3/package.json',
]

// Larger files are no part of a bundle.
const LARGEST = 20_000_000

/** Changes with anything that the bundle is made of: the given folders, the bundling step itself, what both draw in. */
export function inputsKey(folders: readonly string[]): string {
  const hash = createHash('sha256')
  const require = createRequire(import.meta.url)
  for (const name of DEPENDENCIES) hash.update(readFileSync(require.resolve(name)))
  const here = path.dirname(fileURLToPath(import.meta.url))
  for (const folder of [...folders, here]) {
    if (!existsSync(folder)) continue
    const entries = readdirSync(folder, { recursive: true, withFileTypes: true }).filter(
      (entry) => entry.isFile() && !isSystemFile(entry.name),
    )
    // The order in which a folder is read differs between file systems.
    for (const file of entries.map((entry) => path.join(entry.parentPath, entry.name)).toSorted()) {
      hash.update(`${path.relative(folder, file)}\n`).update(contentOf(file))
    }
  }
  return hash.digest('hex')
}

function contentOf(file: string): Buffer | string {
  const { size, mtimeMs } = statSync(file)
  return size > LARGEST ? `${size} ${mtimeMs}` : readFileSync(file)
}
