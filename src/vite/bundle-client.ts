import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { clientFolder, packageFolder } from '../node/read-client.ts'
import type { ClientBundle, InlineScript, StyleBundle } from '../core/model.ts'
import { criticalCss, LAYERS } from './critical-css.ts'
import { bundleNames, clientConfig } from './client-config.ts'
import { fontFaces } from './fonts.ts'
import { engineCss, revealThemeCss, revealThemes, themeFolders } from './theme-css.ts'

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
    const sheets = styleSheets(themeRoots, source)
    for (const [name, css] of sheets) writeFileSync(path.join(entries, `${name}.css`), css)
    await build({
      ...config,
      build: {
        ...config.build,
        rolldownOptions: { ...config.build?.rolldownOptions, input: [...sheets.keys()].map((name) => path.join(entries, `${name}.css`)) },
      },
    })
    rmSync(entries, { recursive: true })
    const bundle = describe(staging, [...sheets.keys()], loaderScript(source))
    writeFileSync(path.join(staging, 'manifest.json'), `${JSON.stringify({ key, ...bundle })}\n`)
    rmSync(outDir, { recursive: true, force: true })
    renameSync(staging, outDir)
  } finally {
    rmSync(staging, { recursive: true, force: true })
  }
}

// One sheet for each theme, with reveal.js and our layout in it; one for each brand; one for the site's own pages.
function styleSheets(themeRoots: readonly string[], source: string): Map<string, string> {
  const read = (file: string) => readFileSync(path.join(source, file), 'utf8')
  const foundation = `${LAYERS}@layer reveal{${engineCss()}}@layer base{${read('layout.css')}}`
  // Behind reveal.js's themes, which would take the underlines off links again.
  const base = read('base.css')
  const sheets = new Map<string, string>()
  for (const name of revealThemes) {
    const css = revealThemeCss(name)
    sheets.set(`theme-${name}`, `${foundation}${fontFaces(css)}@layer theme{${css}${base}}`)
  }
  for (const theme of themeRoots.flatMap(themeFolders)) {
    sheets.set(
      `theme-${theme.name}`,
      `${foundation}${fontFaces(theme.css)}@layer theme{${revealThemeCss(theme.extends)}${base}${theme.css}}`,
    )
    sheets.set(`brand-${theme.name}`, `${LAYERS}${fontFaces(theme.css)}@layer brand{${theme.css}}`)
  }
  sheets.set('site', read('site.css'))
  return sheets
}

function loaderScript(source: string): InlineScript {
  // Stands in every page: without the blanks that only its readers need.
  const text = readFileSync(path.join(source, 'loader.js'), 'utf8').trim().replace(/\n\s*/g, '\n')
  return { text, hash: `'sha256-${createHash('sha256').update(text).digest('base64')}'` }
}

function describe(folder: string, names: readonly string[], loader: InlineScript): ClientBundle {
  const files = readdirSync(folder)
  const script = find(files, 'deck', 'js')
  const integrity = createHash('sha384')
    .update(readFileSync(path.join(folder, script)))
    .digest('base64')
  const styles = new Map(names.map((name) => [name, describeStyle(folder, find(files, name, 'css'), name !== 'site')]))
  const named = (prefix: string) =>
    Object.fromEntries([...styles].flatMap(([name, style]) => (name.startsWith(prefix) ? [[name.slice(prefix.length), style]] : [])))
  const site = styles.get('site')
  if (!site) throw new Error('the bundle has no style sheet for the site')
  return { script: { file: script, integrity: `sha384-${integrity}` }, loader, site, themes: named('theme-'), brands: named('brand-') }
}

function describeStyle(folder: string, file: string, forDecks: boolean): StyleBundle {
  const css = readFileSync(path.join(folder, file), 'utf8')
  const files = [...new Set([...css.matchAll(/url\((?:\.\/)?"?([\w-]+-[\w-]+\.\w+)"?\)/g)].map(([, name]) => name ?? ''))]
  const tokens = [...css.matchAll(/[{;](--brand-[\w-]+:[^;}]+)/g)].map(([, declaration]) => declaration ?? '')
  return { file, critical: forDecks ? criticalCss(css) : '', tokens: [...new Set(tokens)].join(';'), files }
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
