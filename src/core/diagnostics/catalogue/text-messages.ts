import { info, warning } from './entry.ts'

/** Messages about text that a slide shows otherwise than it was meant. */
export const textMessages = {
  'emphasis-unclosed': warning(
    '"$1" is shown as text',
    'Close it with "**" in the same paragraph, without a blank inside, or write "\\*\\*".',
  ),
  'code-unclosed': warning('a single backtick is shown as text', 'Close the code with another backtick, remove it, or write "\\`".'),
  'fence-unclosed': warning(
    'the block of code is never closed',
    'Write "$1" alone on the line after its last; until then the rest of the slide is code.',
  ),
  'reference-unknown': warning(
    '"$1" is shown as text: its link is not given on this slide',
    'Write "[name]: address" on the slide, or the address in the link.',
  ),
  'item-as-text': warning(
    'the "$1" is shown as text and begins no list item',
    'Write "* " or "- ", indented as the list around it, or with an empty line before the list.',
  ),
  'item-doubled': warning('a bullet with nothing but another bullet beside it', 'Remove one of the two.'),
  'link-empty': warning('the link has no text or no address', 'Write the text between the brackets and the address behind them.'),
  'link-guessed': info('"$1" has become a link, though no address was written', 'Write "https://" before it, or put it in backticks.'),
  'slide-missing': warning(
    'the link leads to "$1", which no slide of this deck is called',
    'Correct it: "#/2/1" is counted from zero, "#name" is the id of a slide or a heading.',
  ),
  'date-differs': warning('the file is named after $1, but $2 is given here', 'Correct one of the two.'),
  'heading-skipped': info('a heading of level $1 below one of level $2', 'Use the level between, and a style for its size.'),
} as const
