import type { DeckSummary } from '../../model.ts'
import { newestFirst } from '../newest-first.ts'
import { seriesFolder } from '../series.ts'

/**
 * The picture of each month, by months such as `2024-08`: the cover of the newest deck in it whose cover is not that of the deck before. `contentOf`
 * tells pictures apart, since two files may be the same picture; decks that are `skipped` give none.
 */
export function monthPictures(
  decks: readonly DeckSummary[],
  {
    contentOf = (path) => path,
    skipped = [],
  }: { readonly contentOf?: (path: string) => string; readonly skipped?: readonly DeckSummary[] } = {},
): ReadonlyMap<string, string> {
  const left = new Set(skipped.map(({ path }) => path))
  const pictures = new Map<string, string>()
  const before = new Map<string, string>()
  for (const { id, path, date, cover } of newestFirst(decks).toReversed()) {
    const series = seriesFolder(id)
    const content = cover === undefined ? '' : contentOf(cover)
    // From the oldest on: a newer one takes the place of an older one.
    if (cover !== undefined && date !== undefined && content !== before.get(series) && !left.has(path))
      pictures.set(date.slice(0, 7), cover)
    before.set(series, content)
  }
  return pictures
}
