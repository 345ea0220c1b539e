import { openSearch } from './search/open-search.ts'

// The page that loads this script calls it, since only the page knows its field and its addresses.
window.hedgerowSearch = openSearch
