import { info, warning } from './entry.ts'

/** Messages about text that is probably not shown as intended. */
export const textMessages = {
  'emphasis-unclosed': warning(
    '"$1" is shown as text, not as bold',
    'Close it with "**" in the same paragraph, with no space just inside the marks, or write "\\*\\*".',
  ),
  'code-unclosed': warning(
    'this backtick has no closing one, so it is shown as text',
    'Add the closing backtick, remove this one, or write "\\`".',
  ),
  'markdown-in-html': warning(
    'Markdown in an HTML block is shown as text: "$1"',
    'Put an empty line after the opening tag and another before the closing tag, and do not indent the text. Otherwise write it in HTML.',
  ),
  'fence-unclosed': warning(
    'the code block is never closed, so the rest of the slide is code',
    'Add a line with only "$1" after the code.',
  ),
  'reference-unknown': warning(
    '"$1" is shown as text, because this slide does not define the link',
    'Add "[name]: address" to the slide, or write the address in the link.',
  ),
  'list-item-as-text': warning(
    '"$1" does not start a list item here, so it is shown as text',
    'Write "- " or "* ", indented like the list around it, or with an empty line before the list.',
  ),
  'list-item-doubled': warning('this list item contains only another bullet', 'Remove one of the two bullets.'),
  'container-unknown': warning(
    '"$1" is shown as text: there is no such box$2',
    'Write ":::info", ":::success", ":::warning" or ":::danger", or a name from "Boxes" in the deck syntax.',
  ),
  'link-empty': warning('this link has no text or no address', 'Write the link as [text](address).'),
  'link-guessed': info('"$1" was turned into a link', 'If it is a link, write "https://" before it; if not, put it in backticks.'),
  'link-slide-missing': warning(
    'broken link: this deck has no slide or heading "$1"',
    'Correct it. "#/2/1" counts slides from zero; "#name" is the id of a slide or heading.',
  ),
  'date-mismatch': warning('the date $2 differs from the date $1 in the file name', 'Correct one of the two.'),
  'heading-skipped': info('heading level skipped: level $1 follows level $2', 'Use the next level down, and a style to change its size.'),
} as const
