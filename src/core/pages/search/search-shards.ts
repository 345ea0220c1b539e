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
import { quoted } from '../quoted.ts'
import { compare } from '../newest-first.ts'
import { INDEX_PAGE, relativeUrls, SEARCH_FOLDER } from '../urls.ts'

/** A file with the texts of the decks of a year, or of a part of one. */
export interface ShardFile extends EmittedFile, Omit<ListedShard, 'src'> {
  readonly content: string
}

// In characters. A file of 50 real decks has about half of that.
const LARGEST = 600_000

/** The files that a search looks through, one after the other, then the list of them. Never more than one is in memory. */
export function* searchFiles(site: Site): Generator<EmittedFile> {
  const listed: ListedShard[] = []
  for (const { path, content, ...facts } of searchShards(site)) {
    yield { path, content }
    listed.push({ src: relativeUrls(INDEX_PAGE).asset(path), ...facts })
  }
  yield listFile(site, listed.toReversed())
}

/** The files with the texts: of decks without a date, then the oldest first. */
export function* searchShards({ options, decks, detailsOf }: Site): Generator<ShardFile> {
  const dated = decks.toSorted((a, b) => compare(a.date ?? '', b.date ?? '') || compare(a.id, b.id))
  // From the oldest on: a new deck changes the last part of its year only.
  let part: SearchedDeck[] = []
  let [year, index, size] = ['', 0, 0]
  for (const deck of dated) {
    const own = deck.date?.slice(0, 4) ?? ''
    const searched = searchedDeck(deck, detailsOf(deck), options.lang)
    size += JSON.stringify(searched).length
    if (part.length > 0 && (own !== year || size >= LARGEST)) {
      yield shardFile(year, index, part.toReversed())
      index = own === year ? index + 1 : 0
      part = []
    }
    if (part.length === 0) size = 0
    year = own
    part.push(searched)
  }
  if (part.length > 0) yield shardFile(year, index, part.toReversed())
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

// The list of those files and the name of the site, for its pages: a file with a name that never changes.
function listFile({ options: { title, search } }: Site, shards: readonly ListedShard[]): EmittedFile {
  const list: ShardList = { format: LIST_FORMAT, title, shards, also: search.also.length === 0 ? undefined : search.also }
  return { path: SEARCH_FOLDER + SHARD_LIST, content: `(self.hedgerowShards??={}).list=${quoted(JSON.stringify(list))}\n` }
}
