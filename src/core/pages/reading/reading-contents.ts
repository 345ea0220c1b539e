import { escapeHtml } from '../../escape-html.ts'
import { fill } from '../../i18n/words-in.ts'
import type { Words } from '../../i18n/words.ts'
import type { PositionedSlide } from './reading-slides.ts'

/** The table of contents: a list of the columns, with those below the first slide of a column inside it. */
export function readingContents(columns: readonly (readonly PositionedSlide[])[], words: Words): string {
  const titleOf = ({ slide, number }: PositionedSlide) => slide.title || fill(words.reading.slide, number)
  // Slides that follow each other often repeat a title: one line is enough.
  let last = ''
  const isNew = (placed: PositionedSlide) => {
    const title = titleOf(placed)
    const differs = title !== last
    last = title
    return differs
  }
  const link = (placed: PositionedSlide) => `<a href="#${placed.id}">${escapeHtml(titleOf(placed))}</a>`
  const items = columns.flatMap((column) => {
    const [first, ...rest] = column.filter(isNew)
    if (!first) return []
    const below = rest.length === 0 ? '' : `\n<ol>\n${rest.map((placed) => `<li>${link(placed)}</li>`).join('\n')}\n</ol>\n`
    return [`<li>${link(first)}${below}</li>`]
  })
  return `<ol>\n${items.join('\n')}\n</ol>`
}
