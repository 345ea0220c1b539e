import { warning, info } from './entry.ts'

/** Messages about HTML and style sheets in a deck. */
export const htmlMessages = {
  'attribute-not-allowed': warning('attribute "$1" is not allowed in a "$2" comment', 'Allowed are id, class, style and data-*.'),
  'attribute-removed': warning('attribute $1 of <$2> is removed: $3', 'Remove it from the deck.'),
  'element-shown-as-text': info(
    '<$1> is no element that a slide may hold and is shown as text',
    'Put it in backticks if it is meant as text.',
  ),
  'element-unbalanced': warning('</$1> closes nothing', 'Remove it.'),
  'css-removed': warning('"$1" in the style sheet of the deck is left out: $2', 'Remove it, or write it without what is named.'),
} as const
