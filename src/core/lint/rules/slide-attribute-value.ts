import { lexer } from 'css-tree/dist/csstree.esm'
import { locationFinder, spellingsOf } from '../../deck/find-location.ts'
import { didYouMean } from '../../diagnostics/nearest.ts'
import type { Rule } from '../rule.ts'

/** The valid values of an attribute of a slide. */
interface Kind {
  readonly fits: (value: string) => boolean
  readonly help: string
  /** Keywords among them, for suggestions. */
  readonly words: readonly string[]
}

const TRANSITIONS = ['none', 'fade', 'slide', 'convex', 'concave', 'zoom']
// Transitions of older versions of reveal.js, which are not mistakes.
const FORMER = ['default', 'linear', 'cube', 'page']
const SPEEDS = ['default', 'fast', 'slow']

const transition: Kind = {
  fits: (value) => value.split(/\s+/).every((word) => [...TRANSITIONS, ...FORMER].includes(word.replace(/-(in|out)$/, ''))),
  help: `${TRANSITIONS.join(', ')}, each also with "-in" or "-out" at the end`,
  words: TRANSITIONS,
}

// Functions may be newer than the lexer.
const css = (property: string, help: string, words: readonly string[] = []): Kind => ({
  fits: (value) => value.includes('(') || !lexer.matchProperty(property, value).error,
  help,
  words,
})

const KINDS: ReadonlyMap<string, Kind> = new Map([
  ['data-transition', transition],
  ['data-background-transition', transition],
  ['data-transition-speed', { fits: (value: string) => SPEEDS.includes(value), help: 'default, fast or slow', words: SPEEDS }],
  ['data-background-size', css('background-size', 'cover, contain, or a length such as 50% or 300px', ['cover', 'contain'])],
  ['data-background-position', css('background-position', 'a side such as left or "top right", or lengths such as "50% 20px"')],
  [
    'data-background-repeat',
    css('background-repeat', 'repeat, no-repeat, repeat-x or repeat-y', ['repeat', 'no-repeat', 'repeat-x', 'repeat-y']),
  ],
  ['data-background-color', css('color', 'a colour name, or # and six hex digits')],
])

/** An attribute of a slide with an invalid value, which has no effect. */
export const slideAttributeValue: Rule = ({ deck, columns }, { report, sourceLines }) => {
  const findLocation = locationFinder(deck, sourceLines)
  for (const { attributes, line } of columns.flat()) {
    for (const [name, value] of Object.entries(attributes)) {
      const kind = KINDS.get(name)
      if (!kind || value.trim() === '' || kind.fits(value.trim())) continue
      report(
        'slide-attribute-value',
        findLocation(line, ...spellingsOf(name, value)),
        name,
        value,
        didYouMean(value, kind.words),
        kind.help,
      )
    }
  }
}
