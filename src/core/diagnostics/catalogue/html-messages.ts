import { warning, info } from './entry.ts'

/** Messages about HTML and style sheets in a deck. */
export const htmlMessages = {
  'attribute-not-allowed': warning('attribute "$1" is not allowed in a "$2" comment', 'Allowed are id, class, style and data-*.'),
  'attribute-removed': warning('attribute $1 of <$2> is removed: $3', 'Remove it from the deck.'),
  'element-shown-as-text': info(
    '<$1> is no element that a slide may hold and is shown as text',
    'Put it in backticks if it is meant as text.',
  ),
  'element-unclosed': warning('<$1> is never closed and takes in what follows', 'Write </$1> where it ends.'),
  'comment-unclosed': warning('the comment is never closed, so $1', 'Write "-->" where it ends.'),
  'element-unbalanced': warning('</$1> closes nothing', 'Remove it.'),
  'css-removed': warning('"$1" in the style sheet of the deck is left out: $2', 'Remove it, or write it without what is named.'),
  'css-invalid': warning('browsers ignore this declaration: $1', 'Correct it, or take it out.'),
  'css-broken': warning('browsers cannot read this part of the CSS: $1', 'Correct it, or take it out.'),
  'html-value': warning('$1="$2" of <$3> $4', 'To mend it, $5.'),
  'slide-value': warning('$1="$2" means nothing for a slide$3', 'Write $4.'),
  'contrast-low': warning(
    'text in $1 on $2 has a contrast of $3:1 and is hard to read',
    'Take a darker or a lighter colour: at least $4:1 is needed.',
  ),
  'text-small': info('text of $1 is too small to be read from afar', 'Take at least $2, or say less.'),
} as const
