import { warning, info } from './entry.ts'

/** Messages about HTML and style sheets in a deck. */
export const htmlMessages = {
  'attribute-not-allowed': warning(
    'attribute "$1" in this "$2" comment is ignored',
    'Use id, class, style or data-*, written name="value", with a value that the attribute allows; a size is style="width: 300px".',
  ),
  'attribute-unquoted': warning(
    'attribute "$1" in this "$2" comment is not written name="value", so it is ignored, as in HedgeDoc',
    'Write $1="$3", without spaces around "=".',
  ),
  'attribute-removed': warning('attribute "$1" is removed from <$2>: $3', 'Remove the attribute.'),
  'element-shown-as-text': info(
    '<$1> is not an allowed element, so it is shown as text',
    'If it is meant as text, put it in backticks; if not, remove it, since it cannot work in a deck.',
  ),
  'element-unclosed': warning(
    '<$1> is never closed, so it applies to everything after it',
    'Add </$1> where it should end; if it is meant as text, put it in backticks.',
  ),
  'comment-unclosed': warning('the comment is never closed, so $1', 'Add "-->" where it should end.'),
  'element-unbalanced': warning('</$1> has no opening <$1>', 'Remove </$1>.'),
  'css-removed': warning('"$1" is removed from the CSS: $2', 'Remove the declaration or rule, or write it without that part.'),
  'css-invalid': warning('browsers ignore this CSS: $1', 'Correct or remove this CSS.'),
  'css-broken': warning('CSS syntax error: $1', 'Correct or remove this CSS.'),
  'html-attribute-value': warning('$1="$2" on <$3> $4', '$5.'),
  'slide-attribute-value': warning('$1="$2" has no effect$3', 'Use $4.'),
  'contrast-low': warning(
    'low contrast: text in $1 on $2 has a ratio of $3:1 (at least $4:1 is needed)',
    'Use a darker or lighter colour.',
  ),
  'text-small': info('text at $1 is too small to read from a distance', 'Use at least $2, or shorten the text.'),
} as const
