import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { clientFolder, packageFolder } from '../node/read-client.ts'
import type { ClientBundle, InlineScript, StyleBundle } from '../core/model.ts'
import { bundleNames, clientConfig } from './client-config.ts'
import { FOUNDATION, styleSheets } from './style-sheets.ts'
import type { SheetSource } from './style-sheets.ts'

export interface BundleOptions {
  /** The package's folder, which holds `src/client` and `themes`. */
  readonly home: string
  /** A folder of themes of the site's own, which may be missing. */
  readonly themes?: string
  readonly outDir: string
}

/** Bundles the browser code and all themes into `outDir`, unless what is there was made of the same inputs. */
export async function bundleClient({ home, themes, outDir }: BundleOptions): Promise<void> {
  const themeRoots = [path.join(home, 'themes'), ...(themes === undefined ? [] : [themes])]
  const key = inputsKey([path.join(home, 'src/client'), ...themeRoots])
  const manifest = path.join(outDir, 'manifest.json')
  if (existsSync(manifest) && (JSON.parse(readFileSync(manifest, 'utf8')) as { key?: string }).key === key) return
  const { build } = await import('vite')
  mkdirSync(path.dirname(outDir), { recursive: true })
  const staging = mkdtempSync(`${outDir}-`)
  const entries = path.join(staging, 'entries')
  mkdirSync(entries)
  try {
    const source = path.join(home, 'src/client')
    const config = clientConfig(home, staging)
    await build({
      ...config,
      build: {
        ...config.build,
        rolldownOptions: {
          input: { deck: path.join(source, 'deck.ts') },
          output: { ...bundleNames, format: 'iife' },
        },
      },
    })
    const sheets = styleSheets(source, themeRoots)
    for (const [name, { css }] of sheets) writeFileSync(path.join(entries, `${name}.css`), css)
    await build({
      ...config,
      build: {
        ...config.build,
        rolldownOptions: { ...config.build?.rolldownOptions, input: [...sheets.keys()].map((name) => path.join(entries, `${name}.css`)) },
      },
    })
    rmSync(entries, { recursive: true })
    const bundle = describe(staging, loaderScript(source), finishSheets(staging, sheets))
    writeFileSync(path.join(staging, 'manifest.json'), `${JSON.stringify({ key, ...bundle })}\n`)
    rmSync(outDir, { recursive: true, force: true })
    renameSync(staging, outDir)
  } finally {
    rmSync(staging, { recursive: true, force: true })
  }
}

// Themes are bundled without what they have in common, which costs a tenth, and get it before they are kept.
function finishSheets(folder: string, sheets: ReadonlyMap<string, SheetSource>): Map<string, StyleBundle> {
  const files = readdirSync(folder)
  const foundation = readFileSync(path.join(folder, find(files, FOUNDATION, 'css')), 'utf8')
  const finished = new Map<string, StyleBundle>()
  for (const [name, { critical, onFoundation }] of sheets) {
    const bundled = path.join(folder, find(files, name, 'css'))
    const own = readFileSync(bundled, 'utf8')
    rmSync(bundled)
    if (name === FOUNDATION) continue
    const css = onFoundation ? foundation + own : own
    const file = `${name}-${createHash('sha256').update(css).digest('hex').slice(0, 8)}.css`
    writeFileSync(path.join(folder, file), css)
    finished.set(name, { file, critical, tokens: tokensOf(css), files: filesOf(css) })
  }
  return finished
}

function tokensOf(css: string): string {
  return [...new Set([...css.matchAll(/[{;](--brand-[\w-]+:[^;}]+)/g)].map(([, declaration]) => declaration ?? ''))].join(';')
}

function filesOf(css: string): string[] {
  return [...new Set([...css.matchAll(/url\((?:\.\/)?"?([\w-]+-[\w-]+\.\w+)"?\)/g)].map(([, name]) => name ?? ''))]
}

function loaderScript(source: string): InlineScript {
  // Stands in every page: without the blanks that only its readers need.
  const text = readFileSync(path.join(source, 'loader.js'), 'utf8').trim().replace(/\n\s*/g, '\n')
  return { text, hash: `'sha256-${createHash('sha256').update(text).digest('base64')}'` }
}

function describe(folder: string, loader: InlineScript, styles: ReadonlyMap<string, StyleBundle>): ClientBundle {
  const script = find(readdirSync(folder), 'deck', 'js')
  const integrity = createHash('sha384')
    .update(readFileSync(path.join(folder, script)))
    .digest('base64')
  const named = (prefix: string) =>
    Object.fromEntries([...styles].flatMap(([name, style]) => (name.startsWith(prefix) ? [[name.slice(prefix.length), style]] : [])))
  const [site, math] = [styles.get('site'), styles.get('math')]
  if (!site || !math) throw new Error('the bundle lacks a style sheet')
  return {
    script: { file: script, integrity: `sha384-${integrity}` },
    loader,
    site,
    math,
    themes: named('theme-'),
    brands: named('brand-'),
  }
}

function find(files: readonly string[], name: string, ending: string): string {
  const file = files.find((candidate) => new RegExp(`^${name}-[\\w-]{8}\\.${ending}$`).test(candidate))
  if (file === undefined) throw new Error(`the bundle has no ${name}.${ending}`)
  return file
}

// Everything that the bundle is made of: our sources, and the versions of what they draw in.
function inputsKey(folders: readonly string[]): string {
  const hash = createHash('sha256')
  const require = createRequire(import.meta.url)
  for (const file of [
    'reveal.js',
    'reveal.js/reveal.css',
    'vite/package.json',
    'katex/package.json',
    '@fontsource/lato/package.json',
    '@fontsource/league-gothic/package.json',
    '@fontsource-variable/source-sans-3/package.json',
  ]) {
    hash.update(readFileSync(require.resolve(file)))
  }
  const here = path.dirname(fileURLToPath(import.meta.url))
  for (const folder of [...folders, here]) {
    if (!existsSync(folder)) continue
    for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
      if (!entry.isFile()) continue
      const file = path.join(entry.parentPath, entry.name)
      hash.update(`${path.relative(folder, file)}\n`).update(readFileSync(file))
    }
  }
  return hash.digest('hex')
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await bundleClient({ home: packageFolder, outDir: clientFolder })
}
