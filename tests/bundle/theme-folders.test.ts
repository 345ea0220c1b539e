import { execFileSync } from 'node:child_process'
import { mkdirSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { themeFolders } from '../../src/bundle/theme-folders.ts'
import { makeFolder } from '../support/make-folder.ts'

const PNG = 'pictures of the machine'

/** The folder of themes beside a secret, with a theme `own` of this style sheet. */
function themesWith(css: string, more: Readonly<Record<string, string>> = {}): string {
  const root = makeFolder({
    'secret.png': PNG,
    'themes/other/theme.css': '',
    'themes/own/theme.css': css,
    'themes/own/in/leaf.svg': '<svg/>',
  })
  for (const [name, content] of Object.entries(more)) writeFileSync(path.join(root, 'themes/own', name), content)
  return path.join(root, 'themes')
}

const own = (css: string) => themeFolders(themesWith(css)).find(({ name }) => name === 'own')?.css ?? ''

test('files beside the folders of themes are none, as a readme or what a system puts there', () => {
  const themes = themesWith('')
  for (const name of ['README.md', '.DS_Store']) writeFileSync(path.join(themes, name), '')
  symlinkSync('README.md', path.join(themes, 'link'))
  expect(themeFolders(themes).map(({ name }) => name)).toEqual(['other', 'own'])
})

describe('the canvas of a theme', () => {
  const canvasIn = (settings: string) => themeFolders(themesWith('', { 'theme.json': settings })).find(({ name }) => name === 'own')?.canvas

  test('is a size in pixels', () => {
    expect(canvasIn('{"canvas":[1280,720]}')).toEqual({ width: 1280, height: 720 })
    expect(canvasIn('{"extends":"black"}')).toBeUndefined()
  })

  test.each(['1280', '[1280]', '[1280,720,1]', '["1280","720"]', '[1280,7]', '[1280.5,720]', '[1280,1e9]', 'null', '{}'])(
    'is not %s',
    (canvas) => {
      expect(() => canvasIn(`{"canvas":${canvas}}`)).toThrow(/theme\.json: "canvas" must be a width and a height in pixels/)
    },
  )
})

describe('the icon of a theme', () => {
  const iconIn = (icon: string) => themeFolders(themesWith('', { 'icon.svg': icon })).find(({ name }) => name === 'own')?.icon

  test('is an SVG without anything that runs', () => {
    expect(iconIn('<svg xmlns="http://www.w3.org/2000/svg" onload="x()"><script>x()</script><path d="M0 0"/></svg>')).toMatch(
      /^<svg [^>]*><path d="M0 0"><\/path><\/svg>$/,
    )
    expect(themeFolders(themesWith('')).at(-1)?.icon).toBeUndefined()
  })

  test('that is something else, or large, is an error', () => {
    expect(() => iconIn('text')).toThrow('icon.svg is not an SVG image')
    expect(() => iconIn(`<svg>${' '.repeat(20_000)}</svg>`)).toThrow('is larger than 20 kB')
  })
})

describe('a theme names files in its own folder', () => {
  test('however they are written', () => {
    const file = /themes\/own\/in\/leaf\.svg/g
    const css = own(`a{background:url(in/leaf.svg)}b{background:URL("./in/../in/leaf.svg")}
      c{background:image-set("in/leaf.svg" type("image/svg+xml") 1x, url(in/leaf.svg) 2x)}d{--x:url(in/leaf.svg#part)}e{background:url('in/lea\\66.svg?x')}`)
    expect(css.match(file)).toHaveLength(6)
    expect(css).toContain('leaf.svg#part')
    expect(css).not.toContain('?')
  })

  test('by a link to another of them', () => {
    const themes = themesWith('a{background:url(link.svg)}')
    symlinkSync('in/leaf.svg', path.join(themes, 'own/link.svg'))
    expect(themeFolders(themes).at(-1)?.css).toContain('/in/leaf.svg')
  })

  test('with signs that an address spells otherwise', () => {
    const themes = themesWith('a{background:url("a b%41.svg")}', { 'a b%41.svg': '<svg/>' })
    expect(themeFolders(themes).at(-1)?.css).toContain('a%20b%2541.svg')
  })

  test('and data and parts of the page', () => {
    expect(own('a{background:url(data:image/png;base64,AAAA);fill:url(#part)}')).toBe(
      'a{background:url(data:image/png;base64,AAAA);fill:url(#part)}',
    )
  })
})

const HOSTILE: readonly string[] = [
  'a{background:url(/etc/hostname)}',
  'a{background:url("/etc/hostname?inline")}',
  'a{background:url(../../secret.png)}',
  'a{background:url(../../secret.png?raw)}',
  'a{background:url(../other/theme.css)}',
  'a{background:url(in/../../../secret.png)}',
  'a{background:url(\\2e\\2e/\\2e\\2e/secret.png)}',
  'a{background:url(/@fs/etc/hostname)}',
  'a{background:url(file:///etc/hostname)}',
  'a{background:url(//host.example/a.png)}',
  'a{background:url(\\\\host.example/a.png)}',
  'a{background:url(https://host.example/a.png)}',
  'a{background:url(javascript:alert)}',
  'a{--x:url(/etc/hostname)}',
  'a{--x:{background:url(/etc/hostname)}}',
  'a{--x:[url(../../secret.png)}',
  'a{background:image-set("../../secret.png" 1x)}',
  'a{background:-webkit-image-set(url(../../secret.png) 1x)}',
  'a{background:u\\72l(/etc/hostname)}',
  'a{background:src("/etc/hostname")}',
  'a{background:image("/etc/hostname")}',
  '@font-face{font-family:x;src:url(/etc/hostname)}',
  '@import "/etc/hostname";',
  '@IMPORT url(/etc/hostname);',
  '@\\69mport "/etc/hostname";',
  '@media screen{@import "/etc/hostname";}',
  '@namespace url(/etc/hostname);',
  '@config "/etc/hostname";',
  '@plugin "/etc/hostname";',
  'a{composes:b from "/etc/hostname";background:url(in)}',
  'a{background:url()}',
  'a{background:url(gone.png)}',
  'a{background:url(in)}',
]

describe('a theme that names anything else is refused with file and line', () => {
  test.each(HOSTILE)('%s', (css) => {
    expect(() => own(`\n${css}`)).toThrow(/themes\/own\/theme\.css:2: \S/)
  })

  test('and what to do', () => {
    expect(() => own('a{background:url(../../secret.png)}')).toThrow(
      /theme\.css:1: \.\.\/\.\.\/secret\.png is outside the folder of the theme; put it into the folder of the theme/,
    )
    expect(() => own('a{background:url(gone.png)}')).toThrow('gone.png does not exist; put it into the folder of the theme')
  })

  const PLACED: Readonly<Record<string, (themes: string) => void>> = {
    'a link out': (themes) => symlinkSync(path.join(themes, '../secret.png'), path.join(themes, 'own/a.png')),
    'a file in a linked folder': (themes) => {
      symlinkSync('/etc', path.join(themes, 'own/etc'))
      writeFileSync(path.join(themes, 'own/theme.css'), 'a{background:url(etc/hostname)}')
    },
    'a pipe': (themes) => execFileSync('mkfifo', [path.join(themes, 'own/a.png')]),
    'a folder': (themes) => mkdirSync(path.join(themes, 'own/a.png')),
    'a very large file': (themes) => {
      writeFileSync(path.join(themes, 'own/a.png'), '')
      truncateSync(path.join(themes, 'own/a.png'), 20_000_001)
    },
  }
  test.each(Object.keys(PLACED))('%s', (name) => {
    const themes = themesWith('a{background:url(a.png)}')
    PLACED[name]?.(themes)
    expect(() => themeFolders(themes)).toThrow(/themes\/own\/theme\.css:1: (a\.png|etc\/hostname) /)
  })
})

describe('the files of a theme are plain and its own', () => {
  test.each(['theme.css', 'theme.json'])('%s is no link out', (name) => {
    const root = makeFolder({ 'themes/own/theme.css': '', secret: '{"extends":"root:x:0"}' })
    execFileSync('rm', ['-f', path.join(root, 'themes/own', name)])
    symlinkSync(path.join(root, 'secret'), path.join(root, 'themes/own', name))
    expect(() => themeFolders(path.join(root, 'themes'))).toThrow(`themes/own/${name} is outside the folder of the theme`)
  })

  test('theme.json is not quoted where it is no JSON', () => {
    const themes = themesWith('', { 'theme.json': 'root:x:0:0' })
    expect(() => themeFolders(themes)).toThrow(/theme\.json: "extends" must be one of black/)
    expect(() => themeFolders(themes)).not.toThrow('root')
  })

  test.each(['theme.css', 'theme.json'])('%s is no pipe and not very large', (name) => {
    const themes = themesWith('')
    const file = path.join(themes, 'own', name)
    execFileSync('rm', ['-f', file])
    execFileSync('mkfifo', [file])
    expect(() => themeFolders(themes)).toThrow(`${name} is not a plain file`)
    execFileSync('rm', [file])
    writeFileSync(file, '')
    truncateSync(file, 1_000_001)
    expect(() => themeFolders(themes)).toThrow(`${name} is larger than`)
  })

  test('the folder is no link, nor is the folder of themes one out of the decks', () => {
    const root = makeFolder({ 'elsewhere/theme.css': '', 'themes/a/theme.css': '' })
    symlinkSync(path.join(root, 'elsewhere'), path.join(root, 'themes/own'))
    expect(() => themeFolders(path.join(root, 'themes'))).toThrow(/themes\/own is a link/)
    const other = makeFolder()
    symlinkSync(path.join(root, 'themes'), path.join(other, 'themes'))
    expect(() => themeFolders(path.join(other, 'themes'))).toThrow(/themes is a link out of its folder/)
  })
})
