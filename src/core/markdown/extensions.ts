import type { Extension } from './extension.ts'
import { abbr } from './extensions/abbr.ts'
import { BOX_NAMES } from './boxes.ts'
import { alert, ALERTS } from './extensions/alert.ts'
import { box, STEP_CONTAINERS } from './extensions/box.ts'
import { callout } from './extensions/callout.ts'
import { code } from './extensions/code.ts'
import { columns, COLUMNS } from './extensions/columns.ts'
import { csv } from './extensions/csv.ts'
import { deflist } from './extensions/deflist.ts'
import { diagram } from './extensions/diagram.ts'
import { directiveLines } from './extensions/directive-lines.ts'
import { embed } from './extensions/embed.ts'
import { emoji } from './extensions/emoji.ts'
import { footnote } from './extensions/footnote.ts'
import { fuzzyLinks } from './extensions/fuzzy-links.ts'
import { imageSize } from './extensions/image-size.ts'
import { ins } from './extensions/ins.ts'
import { mark } from './extensions/mark.ts'
import { math } from './extensions/math.ts'
import { notes, NOTES_CLASS } from './extensions/notes.ts'
import { pageEmbed } from './extensions/page-embed.ts'
import { sourceLines } from './extensions/source-lines.ts'
import { spacedAddress } from './extensions/spaced-address.ts'
import { spoiler, SPOILERS } from './extensions/spoiler.ts'
import { steps, STEPS_CLASS } from './extensions/steps.ts'
import { sub } from './extensions/sub.ts'
import { sup } from './extensions/sup.ts'
import { toc } from './extensions/toc.ts'

/** THE TABLE of syntax that HedgeDoc adds to Markdown, in the order in which it is added to markdown-it. */
export const extensions: readonly Extension[] = [
  abbr,
  footnote,
  deflist,
  mark,
  ins,
  sub,
  sup,
  imageSize,
  spacedAddress,
  emoji,
  alert,
  spoiler,
  steps,
  columns,
  notes,
  box, // after the containers above, which have names of their own
  callout,
  directiveLines,
  code,
  csv, // after code, like diagram: handles some of its fences
  diagram,
  math, // the content of a formula is not Markdown
  embed,
  pageEmbed, // after embed: what that does not know is a link
  toc,
  fuzzyLinks, // after emoji and abbr, which make text tokens of their own
  sourceLines, // last: marks the tokens of all others
]

/** The names of the containers that these add. */
export const containerNames: readonly string[] = [
  ...new Set([...ALERTS, ...SPOILERS, STEPS_CLASS, COLUMNS, NOTES_CLASS, ...BOX_NAMES, ...STEP_CONTAINERS]),
]
