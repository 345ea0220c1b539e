import type { DeckSummary } from '../../src/core/model.ts'

/** A deck with an outline: an array for each slide after the first, of headings such as `1Agenda` and items such as `-Bring cake`. */
export function outlinedDeck(id: string, slides: readonly (readonly string[])[], more: Partial<DeckSummary> = {}): DeckSummary {
  const lines = slides.flatMap((own, index) => (own.length === 0 ? [] : [`/${index + 2} slide-${index + 2}`, ...own]))
  return {
    ...{ id, path: `${id}.md`, title: 'Community call', description: '', tags: [], authors: [], lines: [], headings: [], assets: [] },
    slides: slides.length + 1,
    outline: lines.join('\n'),
    ...more,
  }
}

/** Decks of consecutive weeks in 2024, `2024-01-04` first. */
export function weeklyDecks(decks: readonly (readonly (readonly string[])[])[], more: Partial<DeckSummary> = {}): readonly DeckSummary[] {
  return decks.map((slides, index) => {
    const date = new Date(Date.UTC(2024, 0, 4 + 7 * index)).toISOString().slice(0, 10)
    return outlinedDeck(date, slides, { date, ...more })
  })
}
