import { openSearch } from './search/open-search.ts'
import { readOwnList } from './search/read-own-list.ts'

// The page that loads this script calls it, since only the page knows its field and its addresses.
window.hedgerowSearch = (place) => {
  openSearch({ ...place, ...readOwnList(window.hedgerowShards?.['list'] ?? '', place.list) })
}
