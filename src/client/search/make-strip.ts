import { longMonth } from '../../core/i18n/formats.ts'
import { fill } from '../../core/i18n/words-in.ts'
import type { SearchWords } from '../../core/i18n/search-words.ts'
import { makeElement } from '../make-element.ts'
import type { FoundDeck } from './slide-index.ts'
import { type Strip, stripOf } from '../../core/shared/strip-of.ts'

export interface StripContext {
  readonly words: SearchWords
  /** Language of the page. */
  readonly lang: string
}

/** A picture of when decks hold what was looked for, with a sentence that says the same. None if there are few decks. */
export function makeStrip(decks: readonly FoundDeck[], found: ReadonlySet<FoundDeck>, context: StripContext): readonly HTMLElement[] {
  const strip = stripOf(decks, found)
  if (!strip) return []
  const element = makeElement('div', {
    className: 'hits-strip',
    role: 'img',
    ariaLabel: describe(strip, [found.size, decks.length], context),
  })
  element.style.setProperty('--columns', String(strip.columns))
  for (const { column, share } of strip.bars) {
    const bar = makeElement('i', { className: share > 0 ? 'is-found' : '' })
    bar.style.gridColumn = String(column)
    bar.style.setProperty('--share', String(share))
    element.append(bar)
  }
  for (const { year, column, span } of strip.years) {
    const label = makeElement('span', {}, year)
    label.style.gridColumn = `${column} / span ${span}`
    element.append(label)
  }
  return [element]
}

function describe({ from, to }: Strip, counts: readonly [found: number, all: number], { words, lang }: StripContext): string {
  const [first, last] = [longMonth(from, lang), longMonth(to, lang)]
  return first === last ? fill(words.foundIn, ...counts, first) : fill(words.foundFrom, ...counts, first, last)
}
