import { error, warning, info, GET_CHROMIUM } from './entry.ts'

/** Messages about formulas, diagrams and code. */
export const renderingMessages = {
  'math-invalid': warning('the formula cannot be rendered, so its source is shown: $1', 'Correct the formula.'),
  'math-excess': error(
    'this formula and those after it are shown as source: the formulas of this deck are too large (limit: $1 of HTML)',
    'Split the deck, or show very large formulas as images.',
  ),
  'diagram-invalid': warning('the diagram cannot be drawn, so its source is shown: $1', 'Correct the diagram.'),
  'diagram-tool': warning('the diagram could not be drawn on this computer, so its source is shown: $1', 'To draw it, $2.'),
  'diagram-too-large': warning(
    'the diagram is too large or takes too long, so its source is shown: $1',
    'Make it smaller, or draw it elsewhere and insert the image.',
  ),
  'diagram-in-browser': warning(
    'the diagrams of this deck are drawn in the browser of the visitor, which loads a script of $1: $2',
    `To draw them at build time, ${GET_CHROMIUM}`,
  ),
  'diagram-unsupported': info(
    '"$1" diagrams are not supported, so the source is shown',
    'Use Mermaid, or draw it elsewhere and insert the image.',
  ),
  'code-too-large': info('the code is not highlighted: $1', 'Shorten it, or ignore this message.'),
  'code-language': info('unknown language "$1"; the code is not highlighted', 'Use a language that highlight.js knows, or none.'),
} as const
