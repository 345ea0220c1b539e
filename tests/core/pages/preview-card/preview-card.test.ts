import { panelSvg } from '../../../../src/core/pages/preview-card/panel-svg.ts'
import { describe, expect, test } from 'vitest'
import { readSiteOptions } from '../../../../src/core/config/read-site-options.ts'
import type { DeckSummary } from '../../../../src/core/model.ts'
import { brandColours } from '../../../../src/core/pages/brand-colours.ts'
import { deckPreviewCard, sitePreviewCard } from '../../../../src/core/pages/preview-card/preview-card.ts'
import { type CardElement, cardTree } from '../../../../src/core/pages/preview-card/card-tree.ts'
import { drawableText } from '../../../../src/core/pages/preview-card/drawable-text.ts'

const isLatin = (character: string) => /[\u0020-\u017f\u2013-\u2026]/.test(character)
const site = readSiteOptions('title: Our talks\nlang: de\ndescription: Every week', () => undefined)
const deck = (facts: Partial<DeckSummary>): DeckSummary => ({
  id: 'a',
  path: 'a.md',
  title: 'A talk',
  description: '',
  tags: [],
  authors: [],
  slides: 3,
  lines: [],
  headings: [],
  assets: [],
  ...facts,
})
const look = { colours: brandColours(undefined) }

function textsOf({ props: { children = [] } }: CardElement): readonly string[] {
  return typeof children === 'string' ? [children] : children.flatMap(textsOf)
}

function picturesOf({ type, props: { src = '', children = [] } }: CardElement): readonly string[] {
  if (type === 'img') return [src]
  return typeof children === 'string' ? [] : children.flatMap(picturesOf)
}

const shown = (facts: Partial<DeckSummary>) => textsOf(cardTree(deckPreviewCard(deck(facts), site, isLatin), look))

describe('the card of a deck', () => {
  test('shows the site, the title, the date in the language of the deck, the first headings and the day', () => {
    const headings = ['One', 'Two', 'Three', 'Four', 'Five']
    const lines = ['Our talks', 'A talk', '16. Mai 2024', 'One', 'Two', 'Three', 'Four', '16']
    expect(shown({ date: '2024-05-16', headings })).toEqual(lines)
    expect(shown({ date: '2024-05-16', lang: 'fr' })[2]).toBe('16 mai 2024')
  })

  test('says nothing twice', () => {
    expect(shown({ title: 'A call', date: '2024-05-16', headings: ['A call 2024-05-16', '2024-05-16', 'News'] }).slice(3)).toEqual([
      'News',
      '16',
    ])
    expect(shown({ title: 'Our Talks!', headings: ['Our talks', 'News', 'news.', ''] })).toEqual(['Our Talks!', 'News'])
  })

  test('shows the description of a deck without headings', () => {
    expect(shown({ description: 'About it' })).toEqual(['Our talks', 'A talk', 'About it'])
  })

  test('has room for fewer headings below a title of more than one line', () => {
    const headings = ['One', 'Two', 'Three', 'Four']
    expect(shown({ title: 'A title that needs more than one line of a card', headings })).not.toContain('Four')
  })

  test.each([
    ['SCS Community Call', 76],
    ['Übergänge gestalten: Größe und Weite', 60],
    ['Donaudampfschifffahrtsgesellschaft', 46],
    ['WWWW WWWW WWWW', 60],
    ['A title that is so long '.repeat(9), 46],
  ])('shows %j in a size in which it has room', (title, size) => {
    expect(JSON.stringify(cardTree(deckPreviewCard(deck({ title }), site, isLatin), look))).toContain(
      `{"fontSize":${size},"fontWeight":700,"lineHeight":1.12`,
    )
  })

  test('leaves out what the font lacks', () => {
    expect(shown({ title: '🎉 Über 👩‍💻 uns', headings: ['日本語', 'العربية', 'Zwei 🎉'] })).toEqual(['Our talks', 'Über uns', 'Zwei'])
    expect(shown({ title: '議事録' })).toEqual(['Our talks'])
  })

  test('takes HTML of authors as text', () => {
    const title = '<img src="https://a.example/x"> & <b>b</b>'
    const tree = cardTree(deckPreviewCard(deck({ title }), site, isLatin), look)
    expect(textsOf(tree)).toContain(title)
    expect(picturesOf(tree)).toEqual([])
  })

  test('shows a picture in place of the day', () => {
    const picture = { source: 'data:image/png;base64,eA==', width: 800, height: 600 }
    expect(textsOf(cardTree(deckPreviewCard(deck({ date: '2024-05-16' }), site, isLatin), look, 'picture'))).not.toContain('16')
    expect(panelSvg(look.colours, picture)).toContain(
      '<image x="-240" y="0" width="840" height="630" preserveAspectRatio="none" href="data:image/png;base64,eA=="/>',
    )
  })

  test('shows the logo with its proportions', () => {
    const logo = { source: 'data:image/png;base64,eA==', width: 400, height: 100 }
    const text = JSON.stringify(cardTree(deckPreviewCard(deck({}), site, isLatin), { ...look, logo }))
    expect(text).toContain('"width":192,"height":48')
  })
})

test('the card of the index page shows title and description', () => {
  expect(textsOf(cardTree(sitePreviewCard(site, isLatin), look))).toEqual(['Our talks', 'Every week'])
})

test.each([
  ['Gro\u0308ße', 'Größe'],
  ['a\u202eb\u00adc\u200bd', 'abcd'],
  ['a\n\t b', 'a b'],
  ['第1回 会議', ''],
  ['Dvořák a ǖ', 'Dvořák a u'],
  ['x'.repeat(1000), 'x'.repeat(300)],
  ['…', '…'],
  ['', ''],
])('of %j a card shows %j', (text, drawn) => {
  expect(drawableText(text, isLatin)).toBe(drawn)
})
