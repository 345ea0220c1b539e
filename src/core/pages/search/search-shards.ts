import type { DeckDetails, DeckSummary, EmittedFile, Site } from '../../model.ts'
import {
  LIST_FORMAT,
  type ListedShard,
  type SearchedDeck,
  type SearchShard,
  SHARD_LIST,
  type ShardList,
  type SlideText,
} from '../../shared/search-shard.ts'
import { compare } from '../newest-first.ts'
import { INDEX_PAGE, relativeUrls, SEARCH_FOLDER } from '../urls.ts'

/** A file with the texts of the decks of a year, or of a part of one. */
export interface ShardFile extends EmittedFile, Omit<ListedShard, 'src'> {
  readonly content: string
}

// In characters. A file of 50 real decks has about half of that.
const LARGEST = 600_000

// Pages list the files of the site that is being made.
const made = new WeakMap<Site, readonly ShardFile[]>()

/** The files that a search looks through, newest first; decks without a date come last. */
export function searchShards(site: Site): readonly ShardFile[] {
  const files = made.get(site) ?? makeShards(site)
  made.set(site, files)
  return files
}

function makeShards({ options, decks, detailsOf }: Site): readonly ShardFile[] {
  const dated = decks.toSorted((a, b) => compare(a.date ?? '', b.date ?? '') || compare(a.id, b.id))
  // From the oldest on: a new deck changes the last part of its year only.
  const years = new Map<string, SearchedDeck[][]>()
  let size = 0
  for (const deck of dated) {
    const year = deck.date?.slice(0, 4) ?? ''
    const parts = years.get(year) ?? []
    const searched = searchedDeck(deck, detailsOf(deck), options.lang)
    size += JSON.stringify(searched).length
    const part = parts.at(-1)
    if (part && size < LARGEST) part.push(searched)
    else {
      parts.push([searched])
      size = 0
    }
    years.set(year, parts)
  }
  const files = [...years].flatMap(([year, parts]) => parts.map((part, index) => shardFile(year, index, part.toReversed())))
  return files.toReversed()
}

function searchedDeck({ id, title, date, lang, tags }: DeckSummary, { texts }: DeckDetails, siteLang: string): SearchedDeck {
  return {
    page: relativeUrls(INDEX_PAGE).page(id),
    title,
    date,
    lang: lang ?? siteLang,
    tags: tags.length === 0 ? undefined : tags,
    // One that has not been rendered is found by its title.
    slides: texts?.map(searchedText) ?? [{ hash: '', heading: title, text: '' }],
  }
}

function searchedText({ image, ...text }: SlideText): SlideText {
  return image === undefined ? text : { ...text, image: relativeUrls(INDEX_PAGE).asset(image) }
}

function shardFile(year: string, index: number, decks: readonly SearchedDeck[]): ShardFile {
  const shard: SearchShard = { decks }
  const name = `${year || 'undated'}${index === 0 ? '' : `-${index + 1}`}`
  const json = JSON.stringify(shard)
  const digest = hashOf(json)
  return {
    path: `${SEARCH_FOLDER}${name}.${digest}.js`,
    // The name is that of the file, by which a page knows what it has loaded.
    content: `(self.hedgerowShards??={})[${quoted(`${name}.${digest}`)}]=${quoted(json)}\n`,
    year,
    decks: decks.length,
    slides: decks.reduce((sum, { slides }) => sum + slides.length, 0),
    size: json.length,
  }
}

// A string of JavaScript for any place in a page or a file: parsing it as JSON gives no text of a deck a meaning.
function quoted(text: string): string {
  const escaped = text.replace(/[\\'\n\r\u2028\u2029]/g, (character) => ESCAPES[character] ?? '').replace(/<(?=[/!])/g, '\\x3c')
  return `'${escaped}'`
}

const ESCAPES: Readonly<Record<string, string>> = {
  '\\': '\\\\',
  "'": "\\'",
  '\n': '\\n',
  '\r': '\\r',
  '\u2028': '\\u2028',
  '\u2029': '\\u2029',
}

// FNV-1a in two halves: names a version for caches, and protects nothing.
function hashOf(text: string): string {
  let [low, high] = [0x811c9dc5, 0x01000193]
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index)
    low = Math.imul(low ^ code, 0x01000193)
    high = Math.imul(high ^ (code + index), 0x5bd1e995)
  }
  return [low, high].map((half) => (half >>> 0).toString(36)).join('')
}

/** The list of those files and the name of the site, for pages that are made without it: a file with a name that never changes. */
export function listFile(site: Site): EmittedFile & { readonly content: string } {
  const shards = listShards(site, (path) => relativeUrls(INDEX_PAGE).asset(path))
  const { title, search } = site.options
  const list: ShardList = { format: LIST_FORMAT, title, shards, also: search.also.length === 0 ? undefined : search.also }
  const json = JSON.stringify(list)
  return { path: SEARCH_FOLDER + SHARD_LIST, content: `(self.hedgerowShards??={}).list=${quoted(json)}\n` }
}

/** The list of those files for a page; `to` makes an address of a path. */
export function listShards(site: Site, to: (path: string) => string): readonly ListedShard[] {
  return searchShards(site).map(({ path, year, decks, slides, size }) => ({ src: to(path), year, decks, slides, size }))
}
