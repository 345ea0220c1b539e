import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import type { InlineScript, StyleBundle } from '../core/model.ts'
import { bundleScript, bundleStyles, clientConfig } from './run-vite.ts'
import { describeBundle, describeScript } from './describe-bundle.ts'
import { finishSheets } from './finish-sheets.ts'
import { inlineScript, readManifest, writeManifest } from '../node/package/client-bundle.ts'
import { licences, shippedFolders } from './licences.ts'
import { removeOldBundles, replaceFolder } from './prune-bundles.ts'
import { styleSheets } from './style-sheets.ts'

export interface Bundling {
  /** Folder of the browser code. */
  readonly source: string
  /** Folders of themes; of two themes with the same name, the later one is used. */
  readonly themeRoots: readonly string[]
  readonly outDir: string
  /** The hash of the inputs, to recognise the bundle later. */
  readonly key: string
}

// Each is a bundle of its own. `deck` and `single` come last, because they contain the names of files that they load later.
const SCRIPTS = ['index-page', 'search', 'dev', 'speaker', 'stage', 'print', 'deck', 'single']

/** Bundles with Vite next to `outDir` and then renames the folder, so that no process reads half a bundle. */
export async function makeBundle({ source, themeRoots, outDir, key }: Bundling): Promise<void> {
  const sheets = styleSheets(source, themeRoots)
  mkdirSync(path.dirname(outDir), { recursive: true })
  removeOldBundles(path.dirname(outDir), path.basename(outDir))
  const staging = mkdtempSync(`${outDir}-`)
  try {
    const folders = [source, ...themeRoots.filter((folder) => existsSync(folder)), ...shippedFolders()]
    const bundled = await bundleStyles(sheets, { ...clientConfig(source, staging), root: source }, folders)
    const styles = finishSheets(staging, bundled, sheets)
    for (const script of SCRIPTS) {
      const define = script === 'deck' || script === 'single' ? loadedByDecks(staging, styles) : {}
      await bundleScript(path.join(source, `${script}.ts`), { ...clientConfig(source, staging), define })
    }
    const bundle = describeBundle(staging, {
      styles,
      loader: plainScript(source, 'loader.js', 'transition.js'),
      scheme: plainScript(source, 'scheme.js', 'transition.js'),
      icon: readFileSync(path.join(source, 'icon.svg'), 'utf8').trim(),
    })
    writeFileSync(path.join(staging, bundle.licences), licences())
    writeManifest(staging, { key, bundle })
    // `mkdtemp` makes folders that only their owner can read.
    chmodSync(staging, 0o755)
    // Another process may have made the same bundle meanwhile, and others may be reading it.
    const there = readManifest(outDir)
    if (!there || 'broken' in there || there.key !== key) replaceFolder(staging, outDir)
  } finally {
    rmSync(staging, { recursive: true, force: true })
  }
}

function loadedByDecks(folder: string, styles: ReadonlyMap<string, StyleBundle>): Readonly<Record<string, string>> {
  const search = { ...describeScript(folder, 'search'), sheet: styles.get('hits')?.file }
  return { STAGE: JSON.stringify(describeScript(folder, 'stage')), SEARCH: JSON.stringify(search) }
}

function plainScript(source: string, ...files: readonly string[]): InlineScript {
  // One of them is in every page, so comments and indentation are removed.
  const lines = files.flatMap((file) => readFileSync(path.join(source, file), 'utf8').split('\n'))
  const code = lines.map((line) => line.trim()).filter((line) => line !== '' && !line.startsWith('//'))
  return inlineScript(code.join('\n'))
}
