import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { composeInProcess } from '../src/node/compose/in-process.ts'
import { composeSite } from '../src/node/site/compose-site.ts'
import { stubClient } from './support/stub-client.ts'
import { stubDiagramRenderer } from './support/stub-diagram-renderer.ts'

const { HEDGEROW_CORPUS: corpus } = process.env

describe.skipIf(corpus === undefined)('mistakes of real authors (set HEDGEROW_CORPUS)', async () => {
  const root = path.join(corpus ?? '.', 'community-call')
  const { diagnostics } =
    corpus === undefined
      ? { diagnostics: [] }
      : await composeSite(
          root,
          { client: stubClient, diagramRenderer: stubDiagramRenderer, openComposer: composeInProcess },
          () => undefined,
        )
  const placesOf = (code: string) => diagnostics.filter((found) => found.code === code).map(({ file, line }) => `${file}:${line}`)

  test('a colour in quotation marks, in every deck but one', () => {
    const decks = readdirSync(root).filter((name) => name.endsWith('.md') && name !== '20230105.md')
    const files = new Set(placesOf('css-invalid').map((place) => place.replace(/:\d+$/, '')))
    expect(decks.filter((name) => !files.has(name))).toHaveLength(1)
  })

  test.each<[string, string]>([
    ['css-invalid', '20240822.md:16'],
    ['css-broken', '20240111.md:19'],
    ['html-attribute-value', '20230907-slides.md:37'],
    ['address-invalid', '20240822.md:40'],
    ['address-invalid', '20240208.md:9'],
    ['image-alt', '20240919.md:49'],
    ['image-location', '20240502.md:39'],
    ['image-location', '20240926.md:208'],
    ['front-matter-late', '20240201.md:1'],
    ['separator-near-miss', '20231123.md:70'],
    ['slide-empty', '20231102.md:181'],
    ['slide-empty', '20231102.md:68'],
    ['slide-indented', '20241205.md:69'],
    ['heading-repeated', '20230831-slides.md:24'],
    ['link-guessed', '20240208.md:211'],
    ['list-item-doubled', '20240208.md:247'],
    ['emphasis-unclosed', '20240208.md:236'],
    ['code-unclosed', '20240111.md:176'],
    ...[59, 60, 61, 62, 63].map((line): [string, string] => ['list-item-as-text', `20240201.md:${line}`]),
    ...[67, 68, 264, 265].map((line): [string, string] => ['list-item-as-text', `20240208.md:${line}`]),
    ...[234, 235, 236].map((line): [string, string] => ['list-item-as-text', `20240229.md:${line}`]),
  ])('%s at %s', (code, place) => {
    expect(placesOf(code)).toContain(place)
  })

  test('a bullet that is text is reported where it is one, and nowhere else', () => {
    expect(placesOf('list-item-as-text')).toHaveLength(12)
  })

  test('the name of a file or a company is no link', () => {
    expect(placesOf('link-guessed')).not.toContain('20240111.md:223')
  })

  test('every picture of a pad whose file is not beside the deck, line by line, and no other', () => {
    const missing = readdirSync(root)
      .filter((name) => name.endsWith('.md'))
      .flatMap((name) =>
        readFileSync(path.join(root, name), 'utf8')
          .split('\n')
          .flatMap((line, index) => {
            const [, upload] =
              /(?:!\[[^\]]*\]\(|data-background="|parallaxBackgroundImage: '?|<img src=")[^\s()"]*\/uploads\/([\w.-]+)/.exec(line) ?? []
            return upload === undefined || line.includes('![](https://i0') || existsSync(path.join(root, upload))
              ? []
              : [`${name}:${index + 1}`]
          }),
      )
    expect(placesOf('asset-upload').toSorted()).toEqual(missing.toSorted())
  })

  test('what two authors wrote over each other: of its four lines the one that has become a link', () => {
    const garbled = diagnostics.filter(({ file, line = 0 }) => file === '20240208.md' && line >= 208 && line <= 212)
    expect(garbled.map(({ code, line }) => `${code}:${line}`)).toEqual(['link-guessed:211'])
  })

  test('files that stand beside their deck are found, however they are named', () => {
    const places = ['asset-missing', 'asset-upload', 'asset-remote', 'address-invalid'].flatMap(placesOf)
    for (const place of ['20250808.md:41', '20240919.md:49', '20240919.md:54']) expect(places).not.toContain(place)
  })
})
