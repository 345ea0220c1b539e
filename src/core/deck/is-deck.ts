import type { SourceFile } from '../model.ts'
import { deckSigns } from './deck-signs.ts'
import type { Dialect } from './dialect.ts'
import type { FrontMatter } from './read-front-matter.ts'

/** What counts as a deck, whichever tool it was written for. `include` and `exclude` in `site.yaml` come on top of it. */
export function isDeck(source: SourceFile, { data, failed }: FrontMatter, dialect: Dialect | undefined): boolean {
  // HedgeDoc opens such a note as slides.
  if (dialect !== undefined || data.has('slideOptions') || data.get('type') === 'slide') return true
  // HackMD shows any note as slides, so its decks need no option.
  return !failed && !data.has('type') && deckSigns(source.path, source.text).isCertain
}
