import { SEARCH_FOLDER } from '../../core/shared/search-shard.ts'

/** Whether an address is that of a file with texts, or of the list of them, of the site at a path: in that folder and in none below it. */
export function isTextOf(site: string, address: string): boolean {
  const folder = site + SEARCH_FOLDER
  return address.startsWith(folder) && /^\w[\w.-]*\.js$/.test(address.slice(folder.length))
}
