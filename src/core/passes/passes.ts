import { resolveReferences } from '../resolve/resolve-references.ts'
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
 * THE TABLE of what is made of a clean tree: of each slide, and of its notes, when its directives have been carried out. A pass is one
 * file and one row. Rows without a comment could be anywhere.
 */
export const passagePasses: readonly PassagePass[] = [
  steps,
  taskLists,
  quoteTags,
  codeLines,
  diagrams,
  math, // after the passes above, which need not look through the elements of formulas
  backgroundFrame, // before references: it adds a link to another server
  resolveReferences, // last: from here on the tree contains addresses of the site
]

/** What is made of all slides of a deck together, when each of them has had the passes above. */
export const deckPasses: readonly DeckPass[] = [
  lazyPictures,
  headingIds,
  toc, // last: it may add thousands of elements, which no other pass needs to look through
]
