import { SEARCH_FOLDER, SHARD_LIST } from '../../core/shared/search-shard.ts'
import { type OtherSite, readOtherSite } from './read-other-site.ts'
import type { SearchPlace } from './search-place.ts'

/** How far the other sites of a search are known. */
export interface OtherSites {
  readonly isComplete: () => boolean
  /** Paths of sites that are not there, or have no list that this page can read. */
  readonly missing: () => readonly string[]
}

interface Finding {
  /** Path of the site of the page, which may be in the same list. */
  readonly own: string
  readonly onFound: (site: OtherSite) => void
  /** Called when all have been asked. */
  readonly onChange: () => void
}

/** Loads the lists of the other sites, one after the other: all have the same name for the page. */
export function findOtherSites({ also, load }: SearchPlace, { own, onFound, onChange }: Finding): OtherSites {
  // A page from disk has no server.
  const paths = location.protocol === 'file:' ? [] : [...new Set(also)].filter((path) => path !== own)
  const missing: string[] = []
  let isComplete = paths.length === 0
  const find = async (path: string) => {
    try {
      Reflect.deleteProperty(window.hedgerowShards ?? {}, 'list')
      await load(path + SEARCH_FOLDER + SHARD_LIST)
      return readOtherSite(window.hedgerowShards?.['list'], path)
    } catch {
      return undefined
    }
  }
  const findAll = async () => {
    for (const path of paths) {
      const site = await find(path)
      if (site) onFound(site)
      else missing.push(path)
    }
    isComplete = true
    onChange()
  }
  if (!isComplete) void findAll()
  return { isComplete: () => isComplete, missing: () => missing }
}
