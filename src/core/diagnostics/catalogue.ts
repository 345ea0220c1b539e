/** How bad it is: an error keeps a deck or a site from being what was meant. */
export type Severity = 'error' | 'warning' | 'info'

interface Entry {
  readonly severity: Severity
  /** What is wrong; `$1`, `$2` stand for the details of the report. */
  readonly message: string
  /** The way out. */
  readonly help: string
}

const error = (message: string, help: string): Entry => ({ severity: 'error', message, help })
const warning = (message: string, help: string): Entry => ({ severity: 'warning', message, help })
const info = (message: string, help: string): Entry => ({ severity: 'info', message, help })

/** Every message about a deck or a site: code, severity, what is wrong, how to mend it. */
export const catalogue = {
  'file-unreadable': error(
    'cannot be taken into the site: $1',
    'Check the name and the permissions of the file, or take it out of the folder.',
  ),
  'file-encoding': error('is not valid UTF-8', 'Save the file as UTF-8.'),
  'deck-too-large': error('has $1, more than the limit of $2', 'Split it into several decks.'),
  'deck-too-slow': error('cannot be rendered within $1, so it is left out', 'Split it, or take out what is repeated very often.'),
  'deck-address': error('has the same address as $1: $2', 'Rename one of the two files.'),
  'deck-failed': error('could not be rendered: $1', 'This is a fault of Hedgerow; please report it with the deck.'),

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
  'option-type': warning('option "$1" must be $2, but is $3', 'Correct the value; until then the default holds.'),
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

  'separator-near-miss': warning(
    '"$1" does not separate slides: $2',
    'A separator is "---" or "----" alone on its line, with an empty line before and after it.',
  ),
  'separator-protected': info(
    'this "$1" stands in $2 and does not separate slides',
    'HedgeDoc would split the slide here. End the block before it if that is meant.',
  ),
  'slide-empty': warning('the slide is empty', 'Remove one of the separators around it.'),
  'slide-overflow': warning('the slide is $1 % larger than its room and is shown $2', 'Split it, or say less.'),
  'slide-indented': info('the first line of the slide is indented by $1, which is taken off the whole slide', 'Remove the indentation.'),
  'notes-repeated': warning(
    'a second "Note:" on the same slide is a part of the first note',
    'Keep one "Note:" a slide; all after it is the note.',
  ),
  'notes-misspelt': warning('"$1" does not begin speaker notes and is shown on the slide', 'Write "Note:" at the beginning of a line.'),

  'attribute-not-allowed': warning('attribute "$1" is not allowed in a "$2" comment', 'Allowed are id, class, style and data-*.'),
  'attribute-removed': warning('attribute $1 of <$2> is removed: $3', 'Remove it from the deck.'),
  'element-shown-as-text': info(
    '<$1> is no element that a slide may hold and is shown as text',
    'Put it in backticks if it is meant as text.',
  ),
  'element-unbalanced': warning('</$1> closes nothing', 'Remove it.'),
  'css-removed': warning('"$1" in the style sheet of the deck is left out: $2', 'Remove it, or write it without what is named.'),
  'slide-too-large': error('the slide is too large to be shown: $1', 'Split the slide.'),

  'math-invalid': warning('the formula cannot be rendered: $1', 'Mend it; until then its source is shown.'),
  'diagram-invalid': warning('the diagram cannot be drawn: $1', 'Mend it; until then its source is shown.'),
  'diagram-later': warning(
    'diagrams are drawn in the browser of the viewer, by a script of $1: $2',
    'Install Chromium (Debian: apt-get install chromium), or name one in the variable CHROMIUM; the build then draws them.',
  ),
  'layout-unmeasured': warning(
    'whether slides fit is not measured: $1',
    'Install Chromium (Debian: apt-get install chromium), or name one in the variable CHROMIUM.',
  ),
  'diagram-undrawn': info('"$1" is not drawn here and is shown as source', 'Draw it elsewhere and show the picture, or use mermaid.'),
  'code-language': info('the language "$1" is not known, so the code is not highlighted', 'Name a language of highlight.js, or none.'),

  'asset-missing': warning('picture or file not found: $1', 'Put the file beside the deck, or correct the address.'),
  'asset-too-large': error('is larger than $1 and is left out', 'Make the file smaller, or link to it where it stands.'),
  'asset-outside': warning('$1 is not a file that a deck may refer to', 'Refer to pictures, media and PDF inside the folder of the decks.'),
  'asset-remote': warning('$1 stands on another server and is not loaded', 'Save the file beside the deck and write its name instead.'),
  'asset-upload': warning('$1 is an upload of a pad and its file is not beside the deck', 'Save it as $2 beside the deck.'),
  'link-missing': warning('the link leads to $1, which is not in the site', 'Correct the address, or put the file beside the deck.'),
  'address-invalid': warning('"$1" is no address', 'Write the address itself, without markdown around it.'),
  'embed-link': info('the frame of $1 is shown as a link', 'Nothing is loaded from other servers.'),

  'site-options': error('site.yaml cannot be read: $1', 'Correct the file; see docs/site-options.md.'),
} as const satisfies Record<string, Entry>

export type Code = keyof typeof catalogue
