import type { SourceFile } from '../model.ts'
import { deckSigns } from './deck-signs.ts'
import type { Dialect } from './dialect.ts'
import type { FrontMatter } from './read-front-matter.ts'

/** What is known about who wrote a file. */
interface Written {
  readonly dialect: Dialect | undefined
  /** Options of reveal-md are in a file next to it or above it. */
  readonly isBelowOptions: boolean
}

/** What counts as a deck, whichever tool it was written for. `include` and `exclude` in `site.yaml` come on top of it. */
export function isDeck(source: SourceFile, { data, failed }: FrontMatter, { dialect, isBelowOptions }: Written): boolean {
  // HedgeDoc opens such a note as slides.
  if (dialect !== undefined || data.has('slideOptions') || data.get('type') === 'slide') return true
  if (failed || data.has('type')) return false
  const { isCertain, isSplit } = deckSigns(source.path, source.text)
  // HackMD shows any note as slides, so its decks need no option; nor do those of reveal-md.
  return isCertain || (isBelowOptions && isSplit)
}
