import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { generate, parse, walk } from 'css-tree'
import type { ClientBundle, InlineScript, ScriptFile, StyleBundle } from '../core/model.ts'
import { sha256 } from '../node/files/sha256.ts'
import { inlineScript } from '../node/package/client-bundle.ts'
import { shippedPackages } from './licences.ts'
import { FOUNDATION, type SheetSource } from './style-sheets.ts'

/** What a bundle is described from. */
interface Bundled {
  readonly sheets: ReadonlyMap<string, SheetSource>
  /** The files of the style sheets, by name. */
  readonly bundled: ReadonlyMap<string, string>
  readonly loader: InlineScript
  /** SVG. */
  readonly icon: string
}

/** Finishes the style sheets in the folder of a bundle, and returns what pages need to know about it. */
export function describeBundle(folder: string, { sheets, bundled, loader, icon }: Bundled): ClientBundle {
  const files = readdirSync(folder)
  const styles = finishSheets(folder, bundled, sheets)
  const named = (prefix: string) =>
    Object.fromEntries([...styles].flatMap(([name, style]) => (name.startsWith(prefix) ? [[name.slice(prefix.length), style]] : [])))
  const [site, hits, thumbnail, reading, math, speaker] = ['site', 'hits', 'thumbnail', 'reading', 'math', 'speaker'].map((name) =>
    styles.get(name),
  )
  if (!site || !hits || !thumbnail || !reading || !math || !speaker) throw new Error('the bundle lacks a style sheet')
  return {
    script: describeScript(folder, 'deck'),
    stage: describeScript(folder, 'stage'),
    speaker: { script: describeScript(folder, 'speaker'), style: speaker },
    single: find(files, 'single', 'js'),
    loader,
    print: find(files, 'print', 'js'),
    dev: find(files, 'dev', 'js'),
    licences: 'licences.txt',
    packages: shippedPackages(),
    site,
    thumbnail,
    reading,
    filter: inlineScript(takeText(path.join(folder, find(files, 'index-page', 'js')))),
    search: describeScript(folder, 'search'),
    hits,
    math,
    icon: writeIcon(folder, icon),
    themes: named('theme-'),
    brands: named('brand-'),
    looks: named('look-'),
    fonts: named('font-'),
  }
}

/** The file of a script in the folder of a bundle, and its digest. */
export function describeScript(folder: string, name: string): ScriptFile {
  const file = find(readdirSync(folder), name, 'js')
  const digest = createHash('sha384').update(readFileSync(path.join(folder, file)))
  return { file, integrity: `sha384-${digest.digest('base64')}` }
}

// Themes are bundled without their common part, which is ten times faster, and it is added here.
function finishSheets(
  folder: string,
  bundled: ReadonlyMap<string, string>,
  sheets: ReadonlyMap<string, SheetSource>,
): Map<string, StyleBundle> {
  // Vite merges equal sheets into one file.
  const texts = new Map([...new Set(bundled.values())].map((file) => [file, readFileSync(path.join(folder, file), 'utf8')]))
  for (const file of texts.keys()) rmSync(path.join(folder, file))
  const textOf = (name: string) => {
    const text = texts.get(bundled.get(name) ?? '')
    if (text === undefined) throw new Error(`the bundle has no ${name}.css`)
    return text
  }
  const foundation = textOf(FOUNDATION)
  const finished = new Map<string, StyleBundle>()
  for (const [name, { critical, onFoundation, icon }] of sheets) {
    if (name === FOUNDATION) continue
    const css = onFoundation ? foundation + textOf(name) : textOf(name)
    const file = `${name}-${sha256(css).slice(0, 8)}.css`
    writeFileSync(path.join(folder, file), css)
    finished.set(name, { file, critical, ...namedIn(css), icon: icon === undefined ? undefined : writeIcon(folder, icon) })
  }
  return finished
}

function writeIcon(folder: string, icon: string): string {
  const file = `icon-${sha256(icon).slice(0, 8)}.svg`
  writeFileSync(path.join(folder, file), icon)
  return file
}

function namedIn(css: string): Pick<StyleBundle, 'tokens' | 'files'> {
  const files = new Set<string>()
  const tokens = new Set<string>()
  walk(parse(css), (node) => {
    if (node.type === 'Url' && !/^(data:|#)/.test(node.value)) files.add(node.value.replace(/^\.\//, ''))
    if (node.type === 'Declaration' && node.property.startsWith('--brand-')) tokens.add(generate(node))
  })
  return { files: [...files], tokens: [...tokens].join(';') }
}

// An inline script needs no file.
function takeText(file: string): string {
  const text = readFileSync(file, 'utf8').trim()
  rmSync(file)
  return text
}

function find(files: readonly string[], name: string, ending: string): string {
  const file = files.find((candidate) => new RegExp(`^${name}-[\\w-]{8}\\.${ending}$`).test(candidate))
  if (file === undefined) throw new Error(`the bundle has no ${name}.${ending}`)
  return file
}
