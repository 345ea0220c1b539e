import { SEARCH_FOLDER, type ShardList } from '../../core/shared/search-shard.ts'
import type { SearchedSite } from './search-place.ts'

/** Reads the list of the site of a page. `address` is that of the list. */
export function readOwnList(json: string, address: string): SearchedSite {
  // Written by the build.
  const { title, shards, also = [] } = JSON.parse(json) as ShardList
  const root = rootOf(address)
  return { title, also, shards: shards.map((shard) => ({ ...shard, src: root + shard.src })) }
}

/** The root of a site, from the address of a file of its search. */
export function rootOf(address: string): string {
  return new URL(SEARCH_FOLDER.replace(/[^/]+/g, '..'), new URL(address, document.baseURI)).href
}
