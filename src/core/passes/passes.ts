import { resolveReferences } from '../resolve/resolve-references.ts'
import { accessibleContent } from './accessible-content.ts'
import { backgroundFrame } from './background-frame.ts'
import { codeLines } from './code-lines.ts'
import { diagrams } from './diagrams.ts'
import { headingIds } from './heading-ids.ts'
import { lazyPictures } from './lazy-pictures.ts'
import { math } from './math.ts'
import type { DeckPass, PassagePass } from './pass.ts'
import { quoteTags } from './quote-tags.ts'
import { steps } from './steps.ts'
import { taskLists } from './task-lists.ts'
import { toc } from './toc.ts'

/**
 * THE TABLE of passes over the clean tree of each slide, and of its notes, after its directives were applied. A pass is one file and
 * one row. The order of rows without a comment does not matter.
 */
export const passagePasses: readonly PassagePass[] = [
  accessibleContent, // first: it is about what the author wrote
  steps,
  taskLists,
  quoteTags,
  codeLines,
  diagrams,
  math, // after the passes above, which then need not visit the elements of formulas
  backgroundFrame, // before references: it adds a link to another server
  resolveReferences, // last: from here on the tree contains addresses of the site
]

/** Passes over all slides of a deck, after the passes above. */
export const deckPasses: readonly DeckPass[] = [
  lazyPictures,
  headingIds,
  toc, // last: it may add thousands of elements, which no other pass needs to visit
]
