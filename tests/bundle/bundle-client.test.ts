import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { Script } from 'node:vm'
import { generate, parse, walk } from 'css-tree'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { ClientBundle, StyleBundle } from '../../src/core/model.ts'
import { BROWSER_SOURCES, bundleClient, bundleKey, inputsKey } from '../../src/bundle/bundle-client.ts'
import { revealThemes } from '../../src/bundle/reveal-css.ts'
import { inlineScript, readClientBundle } from '../../src/node/package/client-bundle.ts'
import { packageFolder } from '../../src/node/package/package-paths.ts'
import { makeFolder } from '../support/make-folder.ts'

const scratch = mkdtempSync(path.join(tmpdir(), 'hedgerow-bundle-'))
const outDir = path.join(scratch, 'client')
const read = (file: string) => readFileSync(path.join(outDir, file), 'utf8')
let client: ClientBundle
let styles: readonly StyleBundle[]

beforeAll(async () => {
  await bundleClient({ home: packageFolder, outDir })
  client = bundleIn(outDir)
  const { themes, brands, pages, looks, fonts } = client
  styles = [
    client.site,
    client.math,
    client.speaker.style,
    ...[themes, brands, pages, looks, fonts].flatMap((named) => Object.values(named)),
  ]
}, 120_000)

afterAll(() => rmSync(scratch, { recursive: true }))

describe('the bundle', () => {
  test('has every theme of reveal.js, and those of our own as a theme and as a brand', () => {
    expect(Object.keys(client.themes).toSorted()).toEqual([...revealThemes, 'hawthorn', 'scs', 'scs-2025'].toSorted())
    expect(Object.keys(client.brands).toSorted()).toEqual(['hawthorn', 'scs', 'scs-2025'])
  })

  test('brings the licences of reveal.js, of the formulas and of every font', () => {
    const text = read(client.licences)
    const families = new Set(
      styles.flatMap(({ files }) =>
        files.map((file) => /^(katex|lato|league-gothic|source-sans-3)(?=[-_])/i.exec(file)?.[0].toLowerCase()),
      ),
    )
    expect(families.has(undefined), 'a font of a family that is not known here').toBe(false)
    for (const name of [...families, 'reveal.js']) expect(text).toMatch(new RegExp(`^\\S*${name} \\d+\\.\\d+\\.\\d+ \\(`, 'm'))
    expect(text.match(/SIL OPEN FONT LICENSE/gi)?.length).toBeGreaterThanOrEqual(3)
  })

  test('names files that exist, with the digests of the scripts', () => {
    for (const { file, files } of styles)
      for (const name of [file, ...files]) expect(statSync(path.join(outDir, name)).size).toBeGreaterThan(0)
    for (const { file, integrity } of [client.script, client.stage, client.speaker.script]) {
      const digest = createHash('sha384')
        .update(readFileSync(path.join(outDir, file)))
        .digest('base64')
      expect(integrity).toBe(`sha384-${digest}`)
    }
  })

  test('knows the loader by its source expression', () => {
    const digest = createHash('sha256').update(client.loader.text).digest('base64')
    expect(client.loader.hash).toBe(`'sha256-${digest}'`)
    expect(client.loader.text).not.toContain('</script')
  })

  test('can be read by everybody on the machine', () => {
    expect(statSync(outDir).mode & 0o755).toBe(0o755)
  })

  test('is one classic script for decks, one for tools on stage, one for the speaker view and one of all that, which also run from disk', () => {
    const scripts = [client.script, client.stage, client.speaker.script]
    const files = [...scripts.map(({ file }) => file), client.single]
    for (const file of files) expect(() => new Script(read(file))).not.toThrow()
    expect(readdirSync(outDir).filter((file) => file.endsWith('.js'))).toEqual(
      [client.dev, client.print, client.search.file, ...files].toSorted(),
    )
  })

  test('has a script for decks that are single files which can stand in a page', () => {
    expect(() => inlineScript(read(client.single))).not.toThrow()
  })

  test('has in the script of decks the names and the digests of the tools and of the search, which it loads', () => {
    expect(read(client.script.file)).toContain(client.stage.file)
    expect(read(client.script.file)).toContain(client.stage.integrity)
    for (const name of [client.search.file, client.search.integrity, client.hits.file]) expect(read(client.script.file)).toContain(name)
  })

  test('leaves room in the budget of a page', () => {
    for (const theme of Object.values(client.themes)) {
      expect(statSync(path.join(outDir, client.script.file)).size + statSync(path.join(outDir, theme.file)).size).toBeLessThan(253_000)
    }
  })
})

describe('style sheets', () => {
  test('load nothing from elsewhere and carry no font as data', () => {
    for (const { file } of styles) {
      const addresses = urlsOf(read(file))
      expect(
        addresses.filter((url) => /^(\w+:)?\/\//.test(url) || url.startsWith('data:font')),
        file,
      ).toEqual([])
      expect(read(file), file).not.toContain('@import')
      // Previews of reveal.js, which no deck has, and their images.
      expect(read(file), file).not.toContain('r-overlay-preview')
    }
  })

  test('of themes and brands load at most 60 KB of fonts for a page in Latin letters', () => {
    for (const { file, files } of [...Object.values(client.themes), ...Object.values(client.brands)]) {
      const fonts = files.filter((name) => name.endsWith('.woff2') && !name.includes('latin-ext') && read(file).includes(name))
      const used = file.startsWith('theme-scs') ? fonts.filter((name) => name.startsWith('lato')) : fonts
      expect(
        used.reduce((total, name) => total + statSync(path.join(outDir, name)).size, 0),
        file,
      ).toBeLessThanOrEqual(61_440)
    }
  })

  test("put HedgeDoc's look between a theme and the style sheet of a deck, for reveal.js's themes alone", () => {
    expect(Object.keys(client.looks).toSorted()).toEqual([...revealThemes].toSorted())
    for (const { file } of Object.values(client.looks)) expect(read(file)).toMatch(/^@layer look\{/)
  })

  test('have the fonts that a deck may name', () => {
    expect(Object.keys(client.fonts).toSorted()).toEqual(['lato', 'league-gothic', 'source-sans-pro'])
  })

  test('put a brand behind the style sheet of a deck in the order of layers', () => {
    expect(read(named(client.brands, 'scs').file)).toMatch(/^@layer reveal,\s*base,\s*theme,\s*look,\s*deck[,;]/)
  })

  test('leave no colour of the theme below a brand', () => {
    const colours = Object.values(client.themes).flatMap(({ file }) => read(file).match(/--r-(?!overlay)[a-z\d-]+-color(?=:)/g) ?? [])
    expect(colours).toContain('--r-bold-color')
    for (const { file } of Object.values(client.brands))
      expect(
        [...new Set(colours)].filter((colour) => !read(file).includes(`${colour}:`)),
        file,
      ).toEqual([])
  })

  test('name a fallback of the same measure behind every font that has one', () => {
    for (const { file, critical } of [...Object.values(client.themes), ...Object.values(client.brands)]) {
      const names = [...critical.matchAll(/--r-main-font:"(Lato|Source Sans Pro)",\s*"(\1 Fallback)"/g)]
      const plain = [...critical.matchAll(/--r-main-font:["']?(Lato|Source Sans Pro)/g)]
      expect(names.length, file).toBe(plain.length)
    }
  })

  test('give the index page the tokens of a brand', () => {
    for (const kind of [client.brands, client.pages]) expect(named(kind, 'scs').tokens).toContain('--brand-link:#0f5fe1')
  })
})

describe('what stands in the page', () => {
  test('has the backgrounds and the text of the other scheme, so that whoever chose it sees no flash', () => {
    const critical = (name: string) => named(client.themes, name).critical
    expect(critical('white')).toMatch(/\.reveal:is\(\[data-scheme="?dark"?\] \*\)\{--r-background-color/)
    expect(critical('black')).toMatch(/\.reveal:is\(\[data-scheme="?light"?\] \*\)\{--r-background-color/)
    expect(named(client.brands, 'scs').critical).toMatch(/--brand-background-dark: ?#17191c/)
  })

  test('concerns the deck alone', () => {
    for (const { critical, file } of [...Object.values(client.themes), ...Object.values(client.brands)]) {
      const foreign = selectorsOf(critical).filter((selector) => !/^(\.elsewhere )?\.reveal\b(?!-)/.test(selector))
      expect(foreign, file).toEqual([])
      expect(
        selectorsOf(critical).filter((selector) => /\.(controls|progress|backgrounds)\b/.test(selector)),
        file,
      ).toEqual([])
    }
  })

  test('names no file: addresses are right in the style sheet alone', () => {
    for (const { critical, file } of styles) expect(urlsOf(critical), file).toEqual([])
  })

  test('stays small', () => {
    for (const theme of revealThemes) expect(named(client.themes, theme).critical.length, theme).toBeLessThan(9_900)
    expect(named(client.brands, 'scs').critical.length).toBeLessThan(10_500)
    expect(named(client.brands, 'hawthorn').critical.length).toBeLessThan(11_100)
  })
})

describe('bundling again', () => {
  test('does nothing while the inputs are the same', async () => {
    const before = statSync(path.join(outDir, 'manifest.json')).mtimeMs
    await bundleClient({ home: packageFolder, outDir })
    expect(statSync(path.join(outDir, 'manifest.json')).mtimeMs).toBe(before)
  })

  test("adds a site's own themes, from a package with no more of its sources than what browsers run", async () => {
    const home = path.join(scratch, 'package')
    mkdirSync(home)
    symlinkSync(path.join(packageFolder, 'node_modules'), path.join(home, 'node_modules'))
    for (const folder of BROWSER_SOURCES) {
      const to = path.join(home, folder)
      cpSync(path.join(packageFolder, folder), to, { recursive: true, filter: (file) => path.basename(file) !== 'tsconfig.json' })
    }
    const themes = path.join(scratch, 'themes')
    mkdirSync(path.join(themes, 'own'), { recursive: true })
    writeFileSync(path.join(themes, 'own', 'mark.svg'), '<svg xmlns="http://www.w3.org/2000/svg"/>')
    writeFileSync(path.join(themes, 'own', 'theme.css'), ':root{--brand-link:red}.reveal .slides h1{background:url(mark.svg)}')
    // An unchanged copy of one of ours, of which the bundler makes the same file.
    for (const to of ['hawthorn', 'copied']) cpSync(path.join(packageFolder, 'themes/hawthorn'), path.join(themes, to), { recursive: true })
    const own = path.join(scratch, 'own-client')
    await bundleClient({ home, themes, outDir: own })
    const { brands, themes: all } = bundleIn(own)
    const brand = named(brands, 'own')
    expect(brand.files).toEqual([expect.stringMatching(/^mark-[\w-]{8}\.svg$/)])
    expect(urlsOf(brand.critical)).toEqual([])
    for (const styles of [brands, all]) {
      const [copied, ours] = [named(styles, 'copied'), named(styles, 'hawthorn')]
      expect({ ...copied, file: '' }).toEqual({ ...ours, file: '' })
      expect(readFileSync(path.join(own, copied.file))).toEqual(readFileSync(path.join(own, ours.file)))
    }
  }, 120_000)
})

function bundleIn(folder: string): ClientBundle {
  const bundle = readClientBundle(folder)
  if (!bundle) throw new Error(`no bundle in ${folder}`)
  return bundle
}

function named(styles: Readonly<Record<string, StyleBundle>>, name: string): StyleBundle {
  const style = styles[name]
  if (!style) throw new Error(`no style sheet ${name}`)
  return style
}

function urlsOf(css: string): string[] {
  const urls: string[] = []
  walk(parse(css), (node) => {
    if (node.type === 'Url') urls.push(node.value)
  })
  return urls
}

function selectorsOf(css: string): string[] {
  const selectors: string[] = []
  walk(parse(css), (node) => {
    if (node.type === 'Rule' && node.prelude.type === 'SelectorList')
      node.prelude.children.forEach((selector) => selectors.push(generate(selector)))
  })
  return selectors
}

test('the key changes with the content of a file and its name, and with nothing else', () => {
  const folder = makeFolder({ 'own/theme.css': 'a{}' })
  const key = inputsKey([folder])
  writeFileSync(path.join(folder, '.DS_Store'), 'x')
  execFileSync('mkfifo', [path.join(folder, 'own/pipe')])
  expect(inputsKey([folder])).toBe(key)
  writeFileSync(path.join(folder, 'own/theme.css'), 'b{}')
  expect(inputsKey([folder])).not.toBe(key)
  expect(inputsKey([makeFolder({ 'other/theme.css': 'a{}' })])).not.toBe(key)
})

test('a folder of themes that is a link out of its folder is refused before anything in it is read', () => {
  const root = makeFolder()
  const themes = path.join(root, 'themes')
  // Reading it would fail in another way.
  const outside = path.join(root, '../outside')
  mkdirSync(outside)
  for (let n = 0; n < 1001; n++) writeFileSync(path.join(outside, `${n}`), '')
  symlinkSync('../outside', themes)
  expect(() => bundleKey({ home: makeFolder(), themes })).toThrow(/themes is a link out of its folder; /)
})

test('a folder of themes may be a link to another in the same folder, and may be missing', () => {
  const root = makeFolder({ 'brand/own/theme.css': 'a{}' })
  const themes = path.join(root, 'themes')
  const home = makeFolder()
  expect(bundleKey({ home, themes })).toBe(bundleKey({ home }))
  symlinkSync('brand', themes)
  expect(bundleKey({ home, themes })).not.toBe(bundleKey({ home }))
})

test('a folder with very many files is refused', () => {
  const folder = makeFolder()
  for (let n = 0; n < 500; n++) mkdirSync(path.join(folder, `${n}`))
  for (let n = 0; n < 500; n++) writeFileSync(path.join(folder, '0', `${n}`), '')
  expect(() => inputsKey([folder])).not.toThrow()
  writeFileSync(path.join(folder, '0/one-more'), '')
  expect(() => inputsKey([folder])).toThrow(/decks has more than 1000 files and folders; /)
})

test('a folder with very large files is refused', () => {
  const files = ['a', 'b', 'c', 'd', 'e', 'f']
  const folder = makeFolder(Object.fromEntries(files.map((name) => [name, ''])))
  for (const name of files) truncateSync(path.join(folder, name), 19_000_000)
  expect(() => inputsKey([folder])).toThrow(/decks has more than 100 MB; /)
  truncateSync(path.join(folder, 'a'), 0)
  expect(() => inputsKey([folder])).not.toThrow()
})
