import { mkdirSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { build, type BuildOptions, type InlineConfig } from 'vite'
import { isInside } from '../node/files/paths.ts'
import type { SheetSource } from './style-sheets.ts'
import { ThemeFault } from './theme-files.ts'

/** File names with a hash of the content, so that browsers can cache a file permanently. */
const bundleNames = { assetFileNames: '[name]-[hash][extname]', entryFileNames: '[name]-[hash].js' }

type ClientConfig = InlineConfig & { readonly build: BuildOptions & { readonly outDir: string } }

/** The configuration of both bundling steps. Nothing is fetched, and no configuration of a user is read. */
export function clientConfig(root: string, outDir: string): ClientConfig {
  return {
    configFile: false,
    root,
    base: './',
    publicDir: false,
    envDir: false,
    // Without options, Vite runs the postcss.config.js of a folder above, up to one that says that it contains several packages.
    css: { postcss: { plugins: [] } },
    logLevel: 'warn',
    build: {
      outDir,
      emptyOutDir: false,
      target: 'es2022',
      cssTarget: ['chrome125', 'firefox128', 'safari17.4'],
      assetsInlineLimit: 0,
      reportCompressedSize: false,
      modulePreload: false,
      // Warnings about slow bundling are no use to the author of a deck.
      rolldownOptions: { output: bundleNames, checks: { bundlerTimings: false } },
    },
  }
}

/** Bundles a script into one file. */
export async function bundleScript(input: string, config: ClientConfig): Promise<void> {
  // A classic script in one file: modules do not load from disk.
  const rolldownOptions = { ...config.build.rolldownOptions, input, output: { ...bundleNames, format: 'iife' as const } }
  await build({ ...config, build: { ...config.build, rolldownOptions } })
}

/**
 * Bundles style sheets, and returns their files by name. Throws `ThemeFault` if a source file is in none of the `folders`, however a theme
 * refers to it: no other file of this machine is published.
 */
export async function bundleStyles(
  sheets: ReadonlyMap<string, SheetSource>,
  config: ClientConfig & { readonly root: string },
  folders: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const entries = path.join(realpathSync(config.build.outDir), 'entries')
  mkdirSync(entries)
  const names = new Map([...sheets.keys()].map((name) => [path.join(entries, `${name}.css`), name]))
  for (const [file, name] of names) writeFileSync(file, sheets.get(name)?.css ?? '')
  const rolldownOptions = { ...config.build.rolldownOptions, input: [...names.keys()] }
  const built = await build({ ...config, build: { ...config.build, rolldownOptions } })
  if (!('output' in built)) throw new Error('the bundler has made no style sheets')
  const allowed = folders.map((folder) => realpathSync(folder))
  const bundled = new Map<string, string>()
  for (const part of built.output) {
    if (part.type !== 'asset') continue
    // Vite merges equal files into one.
    for (const original of part.originalFileNames) {
      const from = realpathSync(path.resolve(config.root, original))
      const name = names.get(from)
      if (name !== undefined) bundled.set(name, part.fileName)
      else if (!allowed.some((folder) => isInside(folder, from))) throw new ThemeFault(`a theme names ${from}, which is not in its folder`)
    }
  }
  rmSync(entries, { recursive: true })
  return bundled
}
