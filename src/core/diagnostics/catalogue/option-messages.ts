import { error, warning } from './entry.ts'

/** Messages about front matter and options. */
export const optionMessages = {
  'front-matter-yaml': error('the front matter is no valid YAML: $1', 'Mend the line, or put the value in quotes.'),
  'front-matter-mapping': warning(
    'the block between the dashes is no list of "name: value" lines, so it is shown as a slide',
    'Write front matter as "name: value", or put an empty line before the dashes.',
  ),
  'front-matter-late': warning(
    'the front matter does not begin on the first byte of the file',
    'Remove what stands before the dashes; HedgeDoc shows such front matter as text.',
  ),
  'front-matter-unclosed': warning('the front matter is never closed, so it is shown as text', 'Add a line "---" after its last line.'),
  'front-matter-language': warning('front matter in "$1" is not read and is shown as text', 'Write it in YAML, after a plain "---".'),
  'front-matter-limit': error('the front matter is $1', 'Keep it short and flat: at most 16 KB and 20 levels.'),
  'option-unknown': warning('unknown option "$1"$2', 'Correct the name, or remove the line.'),
  'option-type': warning('option "$1" must be $2, but is $3$4', 'Correct the value; until then the default holds.'),
  'type-unknown': warning('the type "$1" does not make the file a deck, did you mean "slide"?', 'Write "type: slide".'),
  'option-unsafe': warning('option "$1" is not taken from a deck', 'Remove the line: it would bring in foreign code or addresses.'),
  'theme-unknown': error('unknown theme "$1"$2', 'Name one of: $3.'),
  'brand-unknown': error('unknown brand "$1"$2', 'Name one of: $3, or none.'),
  'logo-missing': warning(
    'the logo is no picture in the folder of the decks: $1',
    'Put an SVG, PNG, JPEG, WebP, AVIF or GIF into the folder and write its path, like logo.svg.',
  ),
  'brand-choice': warning(
    'a deck cannot choose the brand "$1"',
    'Write "brand: none" to keep the brand of the site off this deck, or remove the line.',
  ),
  'site-options': error('site.yaml cannot be read: $1', 'Correct the file; see docs/site-options.md.'),
} as const
