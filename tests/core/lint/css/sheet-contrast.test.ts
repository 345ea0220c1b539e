import { describe, expect, test } from 'vitest'
import { paleRules } from '../../../../src/core/lint/css/sheet-contrast.ts'
import { composeText } from '../../../support/compose-text.ts'

const coloursOf = (css: string, text?: string) => paleRules(css, text).map(({ colour, background }) => `${colour} on ${background}`)

describe('a rule makes text hard to read', () => {
  test.each([
    ['.reveal pre { background: #222; color: #24292f }', ['#24292f on #222']],
    ['.box { color: white; background-color: #ffff00 }', ['white on #ffff00']],
    ['.reveal { background: #fff }', ['#eee on #fff']],
    ['h1 { margin: 0 } body, html { background-color: white }', ['#eee on white']],
    ['body { background: #eee; color: #ddd }', ['#ddd on #eee']],
  ])('%s', (css, colours) => {
    expect(coloursOf(css, '#eee')).toEqual(colours)
  })
})

describe('a rule is right, or cannot be judged', () => {
  test.each([
    '.reveal { background: #222 }',
    '.reveal { background: #fff; color: #222 }',
    '.reveal { background: #fff } .reveal p, .reveal h1 { color: #222 }',
    '.reveal { background: linear-gradient(red, blue) }',
    '.reveal section { background: #fff }',
    '.box { color: white; background: #ff0; text-shadow: 0 0 3px black }',
    '@media print { body { background: #fff } }',
  ])('%s', (css) => {
    expect(coloursOf(css, '#eee')).toEqual([])
  })
})

describe('in a deck', () => {
  const deckWith = (theme: string, more = '') =>
    `---\nslideOptions:\n  theme: ${theme}\n${more}---\n\n# Deck\n\n<style>\nh1 { margin: 0 }\n.reveal {\n  background: #fff;\n}\n</style>\n`
  const messages = (text: string, site = '') => composeText(text, { site }).places()

  test('the line is that of the background', () => {
    expect(messages(deckWith('black'))).toEqual(['contrast-low:11'])
  })

  test.each([
    ['a theme with dark text', deckWith('white'), ''],
    ['a brand', deckWith('black'), 'brand: scs'],
  ])('with %s there is no message', (_, text, site) => {
    expect(messages(text, site)).toEqual([])
  })
})
