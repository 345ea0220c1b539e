import { error, warning } from './entry.ts'

/** Messages about front matter and options. */
export const optionMessages = {
  'front-matter-yaml': error('the front matter is not valid YAML: $1', 'Correct the line. A value with ": " or " #" in it needs quotes.'),
  'front-matter-mapping': warning(
    'the block between the "---" lines is not front matter, so it is shown as a slide',
    'Write "name: value" lines, with a space after each colon. If the block is a slide, delete the first "---" and put an empty line around the second.',
  ),
  'front-matter-late': warning(
    'the front matter is not at the very start of the file; HedgeDoc would show it as text',
    'Remove the blank lines, spaces or byte order mark before the first "---".',
  ),
  'front-matter-unclosed': warning('the front matter is never closed, so it is shown as text', 'Add a line with "---" after it.'),
  'front-matter-language': warning('front matter in "$1" is not supported, so it is shown as text', 'Use YAML, between plain "---" lines.'),
  'front-matter-limit': error('the front matter is $1', 'Keep it below 16 KB and 20 levels of nesting.'),
  'option-unknown': warning('unknown option "$1"$2', 'Correct the name, or remove the line.'),
  'option-type': warning('option "$1" must be $2, found $3$4', 'Correct the value; the default is used until then.'),
  'option-publishing': warning(
    'option "$1" must be $2, found $3$4',
    'Correct the value. Until then, nothing that this option could hold back is published.',
  ),
  'alias-invalid': warning(
    '"$1" is not the address of a page in the site',
    'Write the old address of the deck, such as `/2024/talk.html`.',
  ),
  'alias-taken': warning('the site has another page or file at the old address "$1"', 'Remove the line, or rename the other page or file.'),
  'type-unknown': warning('type "$1" does not make this file a deck; did you mean "slide"?', 'Write "type: slide".'),
  'option-not-allowed': warning(
    'option "$1" is not allowed in a deck',
    'Remove the line; the option could load code or pages from elsewhere.',
  ),
  'theme-unknown': warning('unknown theme "$1", so the deck uses the theme $2$3', 'Use one of: $4.'),
  'brand-unknown': error('unknown brand "$1"$2', 'Use one of: $3, or none.'),
  'logo-missing': warning(
    'the logo is not an image file in the decks folder: $1',
    'Add an SVG, PNG, JPEG, WebP, AVIF or GIF file and write its path, such as logo.svg.',
  ),
  'brand-not-allowed': warning(
    'a deck cannot set its own brand ("$1")',
    'Write "brand: none" to turn the site brand off for this deck, or remove the line.',
  ),
  'site-misnamed': warning('this file is not read, so the site has no options', 'Rename it to site.yaml.'),
  'site-options': error('site.yaml is not valid: $1', 'Correct the file. The options are listed in docs/site-options.md of Hedgerow.'),
  'pads-lock': warning(
    'pads.lock.yaml is not valid, so the build does not know which pads the decks came from: $1',
    'Correct the line, or restore the file from an earlier commit.',
  ),
} as const
