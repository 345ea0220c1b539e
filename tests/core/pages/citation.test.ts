import { parse } from 'parse5'
import { describe, expect, test } from 'vitest'
import { wordsIn } from '../../../src/core/i18n/words-in.ts'
import type { Element } from '../../../src/core/model.ts'
import type { Citation } from '../../../src/core/pages/citation/citation.ts'
import { citeAsBibtex } from '../../../src/core/pages/citation/cite-as-bibtex.ts'
import { citeAsCsl } from '../../../src/core/pages/citation/cite-as-csl.ts'
import { citeAsText } from '../../../src/core/pages/citation/cite-as-text.ts'
import { closest, elementsBelow, rawTextOf } from '../../../src/core/tree.ts'
import { composeText } from '../../support/compose-text.ts'

const WHOLE: Citation = {
  id: 'calls/20240822',
  title: 'Community Call',
  authors: ['Kurt Garloff', 'Anna Müller'],
  publisher: 'SCS',
  date: '2024-08-22',
  revision: '1a2b3c4',
  address: 'https://a.example/calls/20240822.html',
  lang: 'en',
}
const BARE: Citation = { id: 'a', title: 'A', authors: [], publisher: 'SCS', lang: 'en' }
const words = (lang: string) => wordsIn([lang]).words.citation
const text = (citation: Citation, lang = 'en') => citeAsText(citation, words(lang), lang)
const bibtex = (citation: Citation) => citeAsBibtex(citation, words('en'))
const csl = (citation: Citation) => JSON.parse(citeAsCsl(citation, words('en'))) as unknown

describe('a citation', () => {
  test('as text is a line in the language of the page', () => {
    const end = 'SCS. Version 1a2b3c4. https://a.example/calls/20240822.html'
    expect(text(WHOLE)).toBe(`Kurt Garloff, Anna Müller (August 22, 2024). Community Call [Slides]. ${end}`)
    expect(text(WHOLE, 'de')).toBe(`Kurt Garloff, Anna Müller (22. August 2024). Community Call [Präsentation]. ${end}`)
    expect(text(WHOLE, 'fr')).toBe(`Kurt Garloff, Anna Müller (22 août 2024). Community Call [Présentation]. ${end}`)
    expect(text(BARE)).toBe('SCS. A [Slides].')
  })

  test('as BibTeX has what BibTeX and BibLaTeX read', () => {
    expect(bibtex(WHOLE)).toBe(`@misc{calls-20240822,
  author = {Kurt Garloff and Anna Müller},
  title = {{Community Call}},
  howpublished = {Slides},
  date = {2024-08-22},
  year = {2024},
  month = aug,
  organization = {{SCS}},
  note = {Version 1a2b3c4},
  url = {https://a.example/calls/20240822.html}
}`)
    expect(bibtex(BARE)).toBe(`@misc{a,
  author = {{SCS}},
  title = {{A}},
  howpublished = {Slides}
}`)
  })

  test('as BibTeX escapes what would end it, and keeps names whole that could be read as several', () => {
    const title = '100 % of {A & B} #1 \\x_y $5 ~ ^ "q" @misc{z\n}'
    const entry = bibtex({
      ...WHOLE,
      id: '日本',
      title,
      authors: ['Black and White', 'Doe, Jane', 'ACME', "Ada O'Neil"],
      address: 'https://a.example/{b}%20c',
    })
    expect(entry).toContain(
      'title = {{100 \\% of \\textbraceleft{}A \\& B\\textbraceright{} \\#1 \\textbackslash{}x\\_y \\$5 \\textasciitilde{} \\textasciicircum{} "q" @misc\\textbraceleft{}z \\textbraceright{}}}',
    )
    expect(entry).toContain("author = {{Black and White} and {Doe, Jane} and {ACME} and Ada O'Neil}")
    expect(entry).toContain('url = {https://a.example/%7Bb%7D%20c}')
    expect(entry).toContain('@misc{deck,')
    // BibTeX counts all braces.
    let depth = 0
    for (const brace of entry.match(/[{}]/g) ?? []) {
      depth += brace === '{' ? 1 : -1
      expect(depth).toBeGreaterThanOrEqual(0)
    }
    expect(depth).toBe(0)
  })

  test('as CSL-JSON has the names as they are written', () => {
    expect(csl(WHOLE)).toEqual([
      {
        id: 'calls-20240822',
        type: 'speech',
        title: 'Community Call',
        author: [{ literal: 'Kurt Garloff' }, { literal: 'Anna Müller' }],
        issued: { 'date-parts': [[2024, 8, 22]] },
        genre: 'Slides',
        publisher: 'SCS',
        version: '1a2b3c4',
        URL: 'https://a.example/calls/20240822.html',
        language: 'en',
      },
    ])
    expect(csl(BARE)).toEqual([{ id: 'a', type: 'speech', title: 'A', author: [{ literal: 'SCS' }], genre: 'Slides', language: 'en' }])
  })

  test('is in the reading view, closed, whatever its deck is called', () => {
    const title = 'A </pre><b>x</b> & "q"'
    const site = 'title: Calls & more\nurl: https://a.example/'
    const { reading } = composeText(`---\ntitle: '${title}'\nlang: sv\nauthor: [' ', A B]\n---\n\n# x {#reading-citation}`, { site })
    const elements = elementsBelow(parse(reading) as unknown as Element)
    const pres = elements.filter(({ tagName }) => tagName === 'pre').map((pre) => [closest(pre, 'details')?.attrs, rawTextOf(pre)] as const)
    expect(pres.map(([, content]) => content.slice(0, 30))).toEqual([
      `A B. ${title} [S`,
      '@misc{deck,\n  author = {A B},\n',
      '[{\n  "id": "deck",\n  "type": "',
    ])
    expect(pres[0]?.[0]).toEqual([
      { name: 'class', value: 'hr-cite' },
      { name: 'lang', value: 'en' },
    ])
    expect(pres[0]?.[1]).toContain('Calls & more. https://a.example/deck.html')
    expect(reading).toContain('<a href="#reading-citation">Cite</a>')
    expect(reading.match(/id="reading-citation"/g)).toHaveLength(1)
    expect(composeText('# A').reading).not.toContain('https://')
  })
})
