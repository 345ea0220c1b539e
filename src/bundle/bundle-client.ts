import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, realpathSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { withPlainFile } from '../node/files/read-file.ts'
import { isSystemFile } from '../node/files/system-files.ts'
import { readManifest } from '../node/package/client-bundle.ts'
import { clientFolder, packageFolder } from '../node/package/package-paths.ts'
import { needOwnThemes, ThemeFault } from './theme-files.ts'

/** The folders with browser code. The package has these sources, as it bundles them with the themes of a site. */
export const BROWSER_SOURCES = ['src/client', 'src/core/i18n', 'src/core/shared']

export interface BundleInputs {
  /** The package's folder, with `themes` and `src/client`. */
  readonly home: string
  /** The site's own folder of themes, which need not exist. */
  readonly themes?: string
}

/** A hash of everything that a bundle is made of. Throws `ThemeFault` if the themes are outside the site, or too large. */
export function bundleKey(inputs: BundleInputs): string {
  if (inputs.themes !== undefined) needOwnThemes(inputs.themes)
  const sources = BROWSER_SOURCES.map((folder) => path.join(inputs.home, folder))
  return inputsKey([...sources, ...themeRootsOf(inputs)])
}

/** Bundles the browser code and all themes into `outDir`, unless the bundle there is complete and has the same inputs. */
export async function bundleClient({ outDir, ...inputs }: BundleInputs & { readonly outDir: string }): Promise<void> {
  const key = bundleKey(inputs)
  const existing = readManifest(outDir)
  if (existing && 'bundle' in existing && existing.key === key) return
  // Imported only here, since loading Vite takes longer than the check above.
  const { makeBundle } = await import('./make-bundle.ts')
  await makeBundle({ source: sourceOf(inputs), themeRoots: themeRootsOf(inputs), outDir, key })
}

function sourceOf({ home }: BundleInputs): string {
  return path.join(home, 'src/client')
}

function themeRootsOf({ home, themes }: BundleInputs): string[] {
  return [path.join(home, 'themes'), ...(themes === undefined ? [] : [themes])]
}

// Hashes their versions; for reveal.js the code itself, since it exports no package.json.
const DEPENDENCIES = [
  'reveal.js',
  'reveal.js/reveal.css',
  'minisearch',
  'vite/package.json',
  'katex/package.json',
  '@fontsource/lato/package.json',
  '@fontsource/league-gothic/package.json',
  '@fontsource-variable/source-sans-3/package.json',
]

// Larger files are never part of a bundle; their size and time are hashed instead.
const LARGEST = 20_000_000

// Limits per folder. Themes are a few files; a larger folder is probably something else, such as node_modules.
const MOST_ENTRIES = 1000
const MOST_BYTES = 100_000_000

/** A hash of everything that the bundle is made of: the given folders, the bundling step itself, and the dependencies of both. */
export function inputsKey(folders: readonly string[]): string {
  const hash = createHash('sha256')
  const require = createRequire(import.meta.url)
  for (const name of DEPENDENCIES) hash.update(readFileSync(require.resolve(name)))
  const here = path.dirname(fileURLToPath(import.meta.url))
  for (const folder of [...folders, here]) {
    let bytes = 0
    // File systems list a folder in different orders.
    for (const file of filesIn(folder).toSorted()) {
      const content = contentOf(file)
      bytes += content.length
      if (bytes > MOST_BYTES) throw tooMuch(folder, `${MOST_BYTES / 1e6} MB`)
      hash.update(`${path.relative(folder, file)}\n`).update(content)
    }
  }
  return hash.digest('hex')
}

function filesIn(root: string): string[] {
  if (!existsSync(root)) return []
  const [folders, files]: [string[], string[]] = [[root], []]
  for (const folder of folders) {
    for (const entry of readdirSync(folder, { withFileTypes: true })) {
      const file = path.join(folder, entry.name)
      if (entry.isDirectory()) folders.push(file)
      else if (entry.isFile() && !isSystemFile(entry.name)) files.push(file)
      if (folders.length - 1 + files.length > MOST_ENTRIES) throw tooMuch(root, `${MOST_ENTRIES} files and folders`)
    }
  }
  return files
}

function contentOf(file: string): Buffer | string {
  return withPlainFile(file, (handle, { size, mtimeMs }) => (size > LARGEST ? `${size} ${mtimeMs}` : readFileSync(handle)))
}

function tooMuch(folder: string, what: string): ThemeFault {
  return new ThemeFault(`${folder} has more than ${what}; keep only the files of themes in it`)
}

// Node.js resolves symbolic links in `import.meta.url`, but not in `process.argv`.
if (process.argv[1] !== undefined && realpathSync.native(process.argv[1]) === realpathSync.native(fileURLToPath(import.meta.url))) {
  await bundleClient({ home: packageFolder, outDir: clientFolder })
}
