import { describe, expect, test } from 'vitest'
import { openDocument } from '../../../src/core/deck/open-document.ts'
import { siteLanguage, spread } from '../../../src/core/deck/site-language.ts'

const TEXTS = {
  de: 'Wir treffen uns jeden Donnerstag und besprechen, was in der letzten Woche fertig geworden ist. Danach stellen wir die Pläne für den nächsten Monat vor, und alle können Fragen stellen. Die Folien der früheren Treffen sind im Archiv zu finden.',
  en: 'We meet every Thursday and talk about what has been finished during the last week. After that we present the plans for the next month, and everybody can ask questions. The slides of all earlier meetings can be found in the archive.',
  pl: 'Spotykamy się w każdy czwartek i rozmawiamy o tym, co zostało zrobione w ostatnim tygodniu. Potem przedstawiamy plany na następny miesiąc, a każdy może zadawać pytania. Slajdy z wcześniejszych spotkań można znaleźć w archiwum.',
}
const deck = (text: string, options = '') =>
  openDocument({ path: 'talk.md', text: `---\ntype: slide\n${options}---\n\n${text}\n` }, () => undefined)

describe('the language of a site that does not say it', () => {
  test.each([
    ['that of its only deck', [deck(TEXTS.de)], 'de'],
    ['that of most decks', [deck(TEXTS.en), deck(TEXTS.de), deck(TEXTS.de)], 'de'],
    [
      'what the decks say, rather than what their text shows',
      [deck(TEXTS.en, 'lang: fr-CH\n'), deck('# A', 'lang: fr\n'), deck(TEXTS.en)],
      'fr',
    ],
    ['that of the decks whose language is clear', [deck('# A'), deck('# B'), deck(TEXTS.de)], 'de'],
    ['English if the interface has no words in that of most', [deck(TEXTS.pl), deck(TEXTS.pl), deck(TEXTS.de)], 'en'],
    ['English if none is clear', [deck('# A')], 'en'],
    ['English without decks', [], 'en'],
    ['the same whatever the order', [deck(TEXTS.en), deck(TEXTS.de)], 'de'],
    ['the same whatever the order', [deck(TEXTS.de), deck(TEXTS.en)], 'de'],
  ])('is %s', (_, decks, lang) => expect(siteLanguage(decks)).toBe(lang))
})

test('of many items, some from the whole list are taken', () => {
  const items = Array.from({ length: 100 }, (_, index) => index)
  expect(spread(items, 4)).toEqual([0, 25, 50, 75])
  expect(spread(items.slice(0, 3), 4)).toEqual([0, 1, 2])
})
