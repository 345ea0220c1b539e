import type { ListedShard, SearchShard } from '../../core/shared/search-shard.ts'
import type { SearchPlace } from './search-place.ts'
import type { SlideIndex } from './slide-index.ts'

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
}

// In characters: all texts of about a hundred decks, 200 kB when they are compressed.
const WITHOUT_ASKING = 800_000

/** Loads shards one after the other, and adds their slides to the index. `onChange` is called when that has changed anything. */
export function openShardLoader({ shards, load }: SearchPlace, index: SlideIndex, onChange: () => void): ShardLoader {
  let done = 0
  let characters = 0
  let [loading, failed] = [false, false]
  const loadNext = async () => {
    const shard = shards[done]
    if (!shard || loading) return
    loading = true
    failed = false
    onChange()
    try {
      await load(shard.src)
      await index.add(readShard(shard).decks)
      done += 1
      characters += shard.size
    } catch {
      failed = true
    }
    loading = false
    onChange()
  }
  return {
    years: () => [...new Set(shards.slice(0, done).map(({ year }) => year))],
    next: () => shards[done],
    isLoading: () => loading,
    hasFailed: () => failed,
    isSmall: () => characters + (shards[done]?.size ?? 0) <= WITHOUT_ASKING,
    loadNext,
  }
}

function readShard({ src }: ListedShard): SearchShard {
  const name = /([^/]+)\.js$/.exec(src)?.[1] ?? ''
  const json = window.hedgerowShards?.[name]
  if (json === undefined) throw new Error(`${src} has no texts`)
  // Written by the build.
  return JSON.parse(json) as SearchShard
}
