import type { ListedShard, SearchShard } from '../../core/shared/search-shard.ts'
import { type OtherSite, readOtherDecks } from './read-other-site.ts'
import type { SearchPlace } from './search-place.ts'
import type { FoundDeck, SlideIndex } from './slide-index.ts'

/** How far a search has come through its shards. */
export interface ShardLoader {
  /** The years that have been looked through, newest first; an empty one for decks without a date. */
  readonly years: () => readonly string[]
  /** The next year, if there is one. */
  readonly next: () => ListedShard | undefined
  readonly isLoading: () => boolean
  readonly hasFailed: () => boolean
  /** Loads the next shard; no other is loaded meanwhile. */
  readonly loadNext: () => Promise<void>
  /** Whether the next shard is loaded without being asked for. */
  readonly isSmall: () => boolean
  /** Adds the shards of another site to those that are still to be loaded. */
  readonly add: (site: OtherSite) => void
  /** The names of other sites whose shards could not be loaded; the rest of them is left out. */
  readonly skipped: () => readonly string[]
}

// In characters: all texts of about a hundred decks, 200 kB when they are compressed.
const WITHOUT_ASKING = 800_000

interface QueuedShard extends ListedShard {
  readonly site?: OtherSite
}

/** Loads shards one after the other, and adds their slides to the index. `onChange` is called when that has changed anything. */
export function openShardLoader({ shards, load }: SearchPlace, index: SlideIndex, onChange: () => void): ShardLoader {
  let waiting: readonly QueuedShard[] = shards
  const done: QueuedShard[] = []
  const skipped: string[] = []
  let characters = 0
  let [loading, failed] = [false, false]
  const loadNext = async () => {
    const [shard] = waiting
    if (!shard || loading) return
    loading = true
    failed = false
    onChange()
    try {
      await load(shard.src)
      await index.add(readDecks(shard))
      waiting = waiting.filter((other) => other !== shard)
      done.push(shard)
      characters += shard.size
    } catch {
      failed = shard.site === undefined
      if (shard.site) skip(shard.site)
    }
    loading = false
    onChange()
  }
  const skip = (site: OtherSite) => {
    skipped.push(site.title)
    waiting = waiting.filter((other) => other.site !== site)
  }
  return {
    years: () => [...new Set(done.map(({ year }) => year))].toSorted(newestYearFirst),
    next: () => waiting[0],
    isLoading: () => loading,
    hasFailed: () => failed,
    isSmall: () => characters + (waiting[0]?.size ?? 0) <= WITHOUT_ASKING,
    loadNext,
    add(site) {
      const added = site.shards.map((shard) => ({ ...shard, site }))
      // Of one year, those of this site come first.
      waiting = [...waiting, ...added].toSorted((one, other) => newestYearFirst(one.year, other.year))
      onChange()
    },
    skipped: () => skipped,
  }
}

// Without a date comes last.
function newestYearFirst(one: string, other: string): number {
  return one < other ? 1 : -Number(one > other)
}

function readDecks({ src, site }: QueuedShard): readonly FoundDeck[] {
  const name = /([^/]+)\.js$/.exec(src)?.[1] ?? ''
  const json = window.hedgerowShards?.[name]
  const decks = site ? readOtherDecks(json, site, location.origin) : readShard(json)
  if (decks === undefined) throw new Error(`${src} has no texts`)
  return decks
}

function readShard(json: string | undefined): readonly FoundDeck[] | undefined {
  // Written by the build.
  return json === undefined ? undefined : (JSON.parse(json) as SearchShard).decks
}
