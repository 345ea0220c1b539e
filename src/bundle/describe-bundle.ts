import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, rmSync } from 'node:fs'
import path from 'node:path'
import type { ClientBundle, InlineScript, ScriptFile, StyleBundle } from '../core/model.ts'
import { writeIcon } from './finish-sheets.ts'
import { inlineScript } from '../node/package/client-bundle.ts'
import { shippedPackages } from './licences.ts'

/** What a bundle is described from. */
interface Bundled {
  /** The finished style sheets, by name. */
  readonly styles: ReadonlyMap<string, StyleBundle>
  readonly loader: InlineScript
  readonly scheme: InlineScript
  /** SVG. */
  readonly icon: string
}

/** What pages need to know about the bundle in a folder. */
export function describeBundle(folder: string, { styles, loader, scheme, icon }: Bundled): ClientBundle {
  const files = readdirSync(folder)
  const named = (prefix: string) =>
    Object.fromEntries([...styles].flatMap(([name, style]) => (name.startsWith(prefix) ? [[name.slice(prefix.length), style]] : [])))
  const [site, hits, topics, reading, math, speaker] = ['site', 'hits', 'topics', 'reading', 'math', 'speaker'].map((name) =>
    styles.get(name),
  )
  if (!site || !hits || !topics || !reading || !math || !speaker) throw new Error('the bundle lacks a style sheet')
  return {
    script: describeScript(folder, 'deck'),
    stage: describeScript(folder, 'stage'),
    speaker: { script: describeScript(folder, 'speaker'), style: speaker },
    single: find(files, 'single', 'js'),
    loader,
    scheme,
    print: find(files, 'print', 'js'),
    dev: find(files, 'dev', 'js'),
    licences: 'licences.txt',
    packages: shippedPackages(),
    site,
    reading,
    filter: inlineScript(takeText(path.join(folder, find(files, 'index-page', 'js')))),
    search: describeScript(folder, 'search'),
    hits,
    topics,
    math,
    icon: writeIcon(folder, icon),
    themes: named('theme-'),
    brands: named('brand-'),
    pages: named('page-'),
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
