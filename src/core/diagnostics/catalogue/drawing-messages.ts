import { error, warning, info } from './entry.ts'

/** Messages about formulas, diagrams and code. */
export const drawingMessages = {
  'math-invalid': warning('the formula cannot be rendered: $1', 'Mend it; until then its source is shown.'),
  'math-excess': error(
    'from here on the deck shows its formulas as source: together they may make $1 of HTML',
    'Split the deck, or show what is very large as a picture.',
  ),
  'diagram-invalid': warning('the diagram cannot be drawn: $1', 'Mend it; until then its source is shown.'),
  'diagram-too-large': warning(
    'the diagram takes more than a slide needs: $1',
    'Make it smaller, or draw it elsewhere and show the picture; until then its source is shown.',
  ),
  'diagram-later': warning(
    'diagrams are drawn in the browser of the viewer, by a script of $1: $2',
    'Install Chromium (Debian: apt-get install chromium), or name one in the variable CHROMIUM; the build then draws them.',
  ),
  'diagram-undrawn': info('"$1" is not drawn here and is shown as source', 'Draw it elsewhere and show the picture, or use mermaid.'),
  'code-language': info('the language "$1" is not known, so the code is not highlighted', 'Name a language of highlight.js, or none.'),
} as const
