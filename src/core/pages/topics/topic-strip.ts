import { escapeHtml } from '../../escape-html.ts'
import type { DeckSummary } from '../../model.ts'
import { stripOf } from '../../shared/strip-of.ts'

/** A picture of when decks had a topic, as HTML: a bar for each week or year, high where they had it. Empty if there are few decks. `name` says the same. */
export function topicStrip(decks: readonly DeckSummary[], having: ReadonlySet<DeckSummary>, name: string): string {
  const strip = stripOf(decks, having)
  if (!strip) return ''
  const bars = strip.bars.map(
    ({ column, share }) => `<i${share > 0 ? ' class="has"' : ''} style="grid-column:${column};--share:${round(share)}"></i>`,
  )
  const years = strip.years.map(({ year, column, span }) => `<span style="grid-column:${column}/span ${span}">${year}</span>`)
  return `<div class="topic-strip" role="img" aria-label="${escapeHtml(name)}" style="--columns:${strip.columns}">${bars.join('')}${years.join('')}</div>\n`
}

/** The same without scale and words, as one small picture of a list. */
export function topicSpark(decks: readonly DeckSummary[], having: ReadonlySet<DeckSummary>): string {
  const strip = stripOf(decks, having)
  if (!strip) return ''
  const bars = strip.bars.filter(({ share }) => share > 0).map(({ column, share }) => `M${column - 0.5} 1V${round(1 - share)}`)
  return `<svg viewBox="0 0 ${strip.columns} 1" preserveAspectRatio="none" aria-hidden="true"><path d="${bars.join('')}"/></svg>`
}

const round = (share: number) => Number(share.toFixed(2))
