import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { build } from 'vite'
import type { InlineScript } from '../core/model.ts'
import { bundleNames, clientConfig } from './client-config.ts'
import type { ClientConfig } from './client-config.ts'
import { describeBundle, describeScript } from './describe-bundle.ts'
import { inlineScript } from '../node/inline-script.ts'
import { renameOver } from '../node/rename-over.ts'
import { licences } from './licences.ts'
import { styleSheets } from './style-sheets.ts'
import type { SheetSource } from './style-sheets.ts'

export interface Bundling {
  /** Folder of the browser code. */
  readonly source: string
  /** Folders of themes; of two with one name the later counts. */
  readonly themeRoots: readonly string[]
  readonly outDir: string
  /** What the inputs are known by afterwards. */
  readonly key: string
}

// Each is a bundle of its own. Those of a deck come last: they name the file of the stage's.
const SCRIPTS = ['index', 'dev', 'speaker', 'stage', 'print', 'deck', 'single']

/** Bundles with vite beside `outDir` and then takes its place, so that nobody ever reads half a bundle. */
export async function makeBundle({ source, themeRoots, outDir, key }: Bundling): Promise<void> {
  mkdirSync(path.dirname(outDir), { recursive: true })
  const staging = mkdtempSync(`${outDir}-`)
  try {
    for (const script of SCRIPTS) {
      const define = script === 'deck' || script === 'single' ? { STAGE: JSON.stringify(describeScript(staging, 'stage')) } : {}
      await bundleScript(path.join(source, `${script}.ts`), { ...clientConfig(source, staging), define })
    }
    const sheets = styleSheets(source, themeRoots)
    await bundleStyles(sheets, clientConfig(source, staging))
    const bundle = describeBundle(staging, sheets, loaderScript(source))
    writeFileSync(path.join(staging, bundle.licences), licences())
    writeFileSync(path.join(staging, 'manifest.json'), `${JSON.stringify({ key, ...bundle })}\n`)
    // A temporary folder is for its owner alone.
    chmodSync(staging, 0o755)
    rmSync(outDir, { recursive: true, force: true })
    renameOver(staging, outDir)
  } finally {
    rmSync(staging, { recursive: true, force: true })
  }
}

async function bundleScript(input: string, config: ClientConfig): Promise<void> {
  // A classic script in one piece: modules do not load from a folder on disk.
  const rolldownOptions = { ...config.build.rolldownOptions, input, output: { ...bundleNames, format: 'iife' as const } }
  await build({ ...config, build: { ...config.build, rolldownOptions } })
}

async function bundleStyles(sheets: ReadonlyMap<string, SheetSource>, config: ClientConfig): Promise<void> {
  const entries = path.join(config.build.outDir, 'entries')
  mkdirSync(entries)
  const input = [...sheets].map(([name, { css }]) => {
    const file = path.join(entries, `${name}.css`)
    writeFileSync(file, css)
    return file
  })
  await build({ ...config, build: { ...config.build, rolldownOptions: { ...config.build.rolldownOptions, input } } })
  rmSync(entries, { recursive: true })
}

function loaderScript(source: string): InlineScript {
  // Stands in every page: without the blanks that only its readers need.
  return inlineScript(readFileSync(path.join(source, 'loader.js'), 'utf8').trim().replace(/\n\s*/g, '\n'))
}
