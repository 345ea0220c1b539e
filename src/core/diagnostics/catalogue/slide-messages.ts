import { error, warning, info, GET_CHROMIUM } from './entry.ts'

/** Messages about slides, their separators and notes. */
export const slideMessages = {
  'separator-near-miss': warning(
    '"$1" does not start a new slide: $2',
    'Put "---" or "----" on a line of its own, with an empty line before and after it.',
  ),
  'separator-protected': info(
    '"$1" inside $2 does not start a new slide',
    'HedgeDoc would split the slide here. If you want that, end the block before this line.',
  ),
  'separator-foreign': warning(
    '"$1" does not start a new slide here$2',
    'Write "---" or "----" with an empty line before and after it, or add "$3" to the front matter.',
  ),
  'notes-unclear': error(
    'the notes of this deck must not be published, but their separator is not understood, so the deck is not built: "$1"',
    'Set "notesSeparator" to the line that starts the notes, such as ???.',
  ),
  'separator-pattern': warning(
    'the pattern "$1" of option "$2" is not understood, so the default is used',
    'Write the line itself, such as <!--v-->; "^", "$" and "\\n" may be around it.',
  ),
  'slide-empty': warning('the slide is empty', 'Remove one of the separators around it.'),
  'heading-repeated': warning(
    'this slide has a second level-1 heading',
    'Put a separator ("---") before it to start a new slide, or write "##".',
  ),
  'slide-overflow': warning('the slide overflows by $1 % and is shown $2', 'Split the slide, or shorten the text.'),
  'slide-indented': info('the slide is indented by $1; the indentation is ignored', 'Remove the indentation.'),
  'notes-repeated': warning(
    'this slide has a second "Note:", which is read as part of the first note',
    'Use one "Note:" per slide. Everything after it belongs to the notes.',
  ),
  'notes-misspelt': warning(
    '"$1" starts speaker notes in Hedgerow, but HedgeDoc shows the text on the slide',
    'Write "Note:" at the start of a line, and all notes after it; text for the slide must start with another word.',
  ),
  'step-on-word': info(
    'the step applies only to "$1", not to the whole line',
    'For the whole line, put the comment before the first link, code or bold, after a word, or write <span class="fragment">…</span> around the text.',
  ),
  'text-after-comment': warning(
    'the text after this comment is HTML, so its Markdown is shown as text',
    'Move the comment to a line of its own, or after the first word of the text.',
  ),
  'slide-too-large': error('the slide is too large to render: $1', 'Split the slide.'),
  'toc-excess': error(
    'this [TOC] and those after it stay empty: each lists all slides, and there are too many',
    'Keep only the first [TOC] of the deck.',
  ),
  'accessibility-barrier': warning('$1 ($2): `$3`', '$4.'),
  'accessibility-unchecked': warning('accessibility could not be checked: $1', '$2.'),
  'layout-unchecked': warning('the size of the slides could not be checked: $1', `If Chromium is missing, ${GET_CHROMIUM}`),
} as const
