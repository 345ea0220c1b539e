import { error, warning, info } from './entry.ts'

/** Messages about slides, their separators and notes. */
export const slideMessages = {
  'separator-near-miss': warning(
    '"$1" does not separate slides: $2',
    'A separator is "---" or "----" alone on its line, with an empty line before and after it.',
  ),
  'separator-protected': info(
    'this "$1" stands in $2 and does not separate slides',
    'HedgeDoc would split the slide here. End the block before it if that is meant.',
  ),
  'slide-empty': warning('the slide is empty', 'Remove one of the separators around it.'),
  'heading-repeated': warning(
    'a second top heading on the same slide',
    'Put a separator before it if a new slide is meant, or write "##".',
  ),
  'slide-overflow': warning('the slide is $1 % larger than its room and is shown $2', 'Split it, or say less.'),
  'slide-indented': info('the first line of the slide is indented by $1, which is taken off the whole slide', 'Remove the indentation.'),
  'notes-repeated': warning(
    'a second "Note:" on the same slide is a part of the first note',
    'Keep one "Note:" a slide; all after it is the note.',
  ),
  'notes-misspelt': warning('"$1" does not begin speaker notes and is shown on the slide', 'Write "Note:" at the beginning of a line.'),
  'slide-too-large': error('the slide is too large to be shown: $1', 'Split the slide.'),
  'toc-excess': error(
    'this [TOC] and those below it stay empty: each lists all slides, and there are too many',
    'Keep the first [TOC] of the deck.',
  ),
  'layout-unmeasured': warning(
    'whether slides fit is not measured: $1',
    'Install Chromium (Debian: apt-get install chromium), or name one in the variable CHROMIUM.',
  ),
} as const
