import { expect, test } from 'vitest'
import { chooseStyles } from '../../src/core/choose-styles.ts'
import { readSiteOptions } from '../../src/core/config/read-site-options.ts'
import { openDocument } from '../../src/core/deck/open-document.ts'
import { parseDeck } from '../../src/core/deck/parse-deck.ts'
import type { RenderedDeck, StyleBundle } from '../../src/core/model.ts'
import { stubClient } from '../support/stub-client.ts'

const style = (file: string, files: readonly string[] = []): StyleBundle => ({ file, critical: '', tokens: '', files })
const client = {
  ...stubClient,
  themes: { ...stubClient.themes, league: style('theme-league.css', ['lato.woff2']) },
  looks: { black: style('look-black.css'), white: style('look-white.css'), scs: style('never.css') },
}

function filesOf(frontMatter: string, site: string, css = ''): string[] {
  const report = () => undefined
  const deck = parseDeck(openDocument({ path: 'deck.md', text: `---\n${frontMatter}\n---\n\n# Deck\n` }, report), 'decks', report)
  // Only these parts are used.
  const rendered = { deck, css, columns: [] } as unknown as RenderedDeck
  const { look, fonts } = chooseStyles(rendered, { options: readSiteOptions(site, report), client, report })
  return [...look, ...fonts].map(({ file }) => file)
}

const WHITE = 'slideOptions: { theme: white }'
const DATED = 'brands: [{ from: 2025-06-01, brand: scs }]'
const LATO = 'h1{font-family:lato}'

test.each([
  ['a theme of reveal.js has the look of HedgeDoc', WHITE, '', ['theme-white.css', 'look-white.css']],
  ['a deck without a theme, too', 'title: a', '', ['theme-black.css', 'look-black.css']],
  ['not under a brand', WHITE, 'brand: scs', ['theme-white.css', 'brand-scs.css']],
  ['a brand may begin at a date', `${WHITE}\ndate: 2026-01-01`, DATED, ['theme-white.css', 'brand-scs.css']],
  ['and not before', `${WHITE}\ndate: 2024-01-01`, DATED, ['theme-white.css', 'look-white.css']],
  ['where a deck keeps the brand off, it has', `${WHITE}\nbrand: none`, 'brand: scs', ['theme-white.css', 'look-white.css']],
  ['a theme that is a folder has its own', 'slideOptions: { theme: scs }', '', ['theme-scs.css']],
  ['reveal-md shows pure themes', 'theme: white\nrevealOptions: { hash: true }', '', ['theme-white.css']],
  ['a site may ask for pure themes', WHITE, 'pureThemes: true', ['theme-white.css']],
])('%s', (_, frontMatter, site, files) => {
  expect(filesOf(frontMatter, site)).toEqual(files)
})

test('a font that the deck names is loaded, once', () => {
  expect(filesOf(WHITE, '', LATO)).toEqual(['theme-white.css', 'look-white.css', 'font-lato.css'])
  expect(filesOf('slideOptions: { theme: league }', '', LATO)).toEqual(['theme-league.css'])
})
