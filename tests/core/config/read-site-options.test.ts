import { describe, expect, test } from 'vitest'
import { readSiteOptions } from '../../../src/core/config/read-site-options.ts'
import { recordReports, mustEnd } from '../../support/record-reports.ts'

function read(text: string) {
  const { report, places, found } = recordReports()
  return { options: readSiteOptions(text, report), places: places(), found }
}

const defaults = {
  title: 'Slides',
  description: '',
  organisation: undefined,
  url: undefined,
  lang: 'en',
  brand: 'none',
  brands: [],
  sponsors: [],
  theme: 'black',
  include: [],
  exclude: [],
  trusted: [],
  logo: undefined,
  pureThemes: false,
  notes: true,
  showHiddenSlides: false,
  future: true,
  pdf: false,
  ignore: [],
  uncheckedLinks: [],
  singleFile: false,
  pads: [],
  padLinks: false,
  pictures: 'small',
  embeds: ['www.youtube-nocookie.com', 'player.vimeo.com'],
  links: { imprint: undefined, privacy: undefined, accessibility: undefined, feedback: undefined, enforcement: undefined },
  search: { also: [] },
  topics: { synonyms: [] },
  next: { date: undefined, time: undefined, place: undefined, join: undefined },
}

describe('site options', () => {
  test.each(['', '# nothing yet\n', '---\n'])('of %j are the defaults', (text) => {
    expect(read(text)).toMatchObject({ options: defaults, places: [] })
  })

  test('are read', () => {
    const text = 'title: Talks\nlang: de\nbrand: scs\ninclude: [training]\nlinks:\n  imprint: https://a.b/imprint\n'
    expect(read(text)).toMatchObject({
      options: { title: 'Talks', lang: 'de', brand: 'scs', include: ['training'], links: { imprint: 'https://a.b/imprint' } },
      places: [],
    })
  })

  test('that are wrong are said with their line, links too', () => {
    const text = 'title: [a]\nbarnd: scs\nlinks:\n  imprint: javascript:alert(1)\n  imprnt: /a\n'
    const { options, places } = read(text)
    expect(places).toEqual(['option-type:1', 'option-unknown:2', 'option-type:4', 'option-unknown:5'])
    expect(options).toEqual({ ...defaults, lacksLang: true })
  })

  test('that are no YAML are an error with line and column', () => {
    const { options, found } = read('title: T\nlang: a: b\n')
    expect(found).toMatchObject([{ code: 'site-options', severity: 'error', file: 'site.yaml', line: 2, column: 7 }])
    // It may say that they are not published.
    expect(options).toEqual({ ...defaults, notes: false, future: false, lacksLang: true })
  })

  test.each(['- a\n', 'hello\n'])('that are no mapping are an error: %j', (text) => {
    expect(read(text)).toMatchObject({ options: { ...defaults, notes: false, future: false }, places: ['site-options:1'] })
  })

  test('nested a thousand deep are an error', () => {
    expect(read(`title: ${'['.repeat(1000)}`).places).toHaveLength(1)
  })

  test('with an alias bomb are an error with a place, not a throw', () => {
    const text = 'a: &a [x,x]\nb: &b [*a,*a,*a,*a,*a,*a,*a,*a]\nc: &c [*b,*b,*b,*b,*b,*b,*b,*b]\nd: [*c,*c,*c]\n'
    expect(read(text).places).toContain('site-options:1')
  })

  test('with ten thousand keys are read or refused quickly', () => {
    mustEnd(() => read(Array.from({ length: 10_000 }, (_, n) => `a${n}: 1`).join('\n')))
  })

  test('links that are no group are said', () => {
    expect(read('links: https://a.b\n').places).toEqual(['option-type:1'])
  })
})

describe('pads', () => {
  const pad = 'https://pad.example.org/a'
  test.each([
    [`pads: [${pad}]`, [{ from: pad, to: undefined }]],
    [
      `pads:\n  - from: ${pad}\n    to: calls/a.md\n  - ${pad}`,
      [
        { from: pad, to: 'calls/a.md' },
        { from: pad, to: undefined },
      ],
    ],
    ['pads:', []],
    [`pads: ${pad}`, []],
    [`pads: [{ to: a.md, from: ${pad}, by: me }]`, []],
    ['pads: [{ to: a.md }]', []],
    ['pads: ["javascript:alert(1)"]', []],
  ])('%j', (yaml, expected) => expect(readSiteOptions(yaml, () => undefined).pads).toEqual(expected))
})

describe('other sites to search', () => {
  test.each([
    ['[/trainings/, /a/b-c.d/%C3%A9t%C3%A9/]', ['/trainings/', '/a/b-c.d/%C3%A9t%C3%A9/']],
    ['/', ['/']],
  ])('%s', (yaml, also) => expect(read(`search: { also: ${yaml} }`)).toMatchObject({ options: { search: { also } }, places: [] }))

  test.each([
    '/trainings',
    'trainings/',
    'https://elsewhere.example/',
    '//elsewhere.example/',
    '/\\\\elsewhere.example/',
    '/../',
    '/a/./',
    '/%2e%2e/',
    '/a%2Fb/',
    '/a?b/',
    '/a#b/',
    '/a b/',
    '/a\\n/',
  ])('are refused if a browser could read another server or path in them: %s', (path) => {
    const { options, found } = read(`search:\n  also: ["${path}"]\n`)
    expect(options.search.also).toEqual([])
    expect(found).toMatchObject([{ code: 'option-type', line: 2 }])
  })

  test('are in a group', () => {
    expect(read('search: [/a/]\n').places).toEqual(['option-type:1'])
    expect(read('search:\n  alsow: /a/\n').places).toEqual(['option-unknown:2'])
  })
})
