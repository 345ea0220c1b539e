import { LIST_FORMAT, type ListedShard, type SlideText } from '../../core/shared/search-shard.ts'
import { isTextOf } from './is-text-of.ts'
import type { FoundDeck } from './slide-index.ts'

/** Another site on the server: what is said of it is text, and where it leads is below its path. */
export interface OtherSite {
  /** Begins and ends with `/`. */
  readonly path: string
  readonly title: string
  /** Their addresses are paths on the server. */
  readonly shards: readonly ListedShard[]
}

// A site with more years than this has none.
const MOST_SHARDS = 1000
const LONGEST_TITLE = 200

/** Reads the list of another site; `undefined` if it is none, or one of another version. `path` is that of the site. */
export function readOtherSite(json: unknown, path: string): OtherSite | undefined {
  const list = parse(json)
  if (!isRecord(list) || list['format'] !== LIST_FORMAT || !Array.isArray(list['shards'])) return undefined
  const shards = list['shards'].slice(0, MOST_SHARDS).map((shard: unknown) => readListed(shard, path))
  if (!shards.every((shard) => shard !== undefined)) return undefined
  const title = typeof list['title'] === 'string' ? list['title'].trim().slice(0, LONGEST_TITLE) : ''
  return { path, title: title || path, shards }
}

function readListed(shard: unknown, path: string): ListedShard | undefined {
  if (!isRecord(shard)) return undefined
  const { src, year, decks, slides, size } = shard
  if (typeof src !== 'string' || !isTextOf(path, path + src) || typeof year !== 'string' || !/^(?:\d{4})?$/.test(year)) return undefined
  if (typeof decks !== 'number' || typeof slides !== 'number' || typeof size !== 'number') return undefined
  return { src: path + src, year, decks, slides, size }
}

/** Reads a shard of another site. Decks that are none, or whose pages are not below the site, are left out. `server` is the origin. */
export function readOtherDecks(json: unknown, { path, title }: OtherSite, server: string): readonly FoundDeck[] | undefined {
  const shard = parse(json)
  if (!isRecord(shard) || !Array.isArray(shard['decks'])) return undefined
  return shard['decks'].flatMap((deck: unknown) => readDeck(deck, new URL(path, server).href, title) ?? [])
}

function readDeck(deck: unknown, root: string, site: string): FoundDeck | undefined {
  if (!isRecord(deck) || typeof deck['title'] !== 'string' || !Array.isArray(deck['slides'])) return undefined
  const page = addressBelow(root, deck['page'])
  const slides = deck['slides'].map((slide: unknown) => readSlide(slide, root))
  if (page === undefined || slides.length === 0 || !slides.every((slide) => slide !== undefined)) return undefined
  const { date, lang, tags } = deck
  return {
    page,
    title: deck['title'],
    date: typeof date === 'string' && /^\d{4}-\d\d-\d\d$/.test(date) && !Number.isNaN(Date.parse(date)) ? date : undefined,
    lang: typeof lang === 'string' && /^[a-z]{2,8}(?:-[a-z\d]{1,8})*$/i.test(lang) ? lang : '',
    tags: Array.isArray(tags) ? tags.filter((tag) => typeof tag === 'string') : undefined,
    slides,
    site,
  }
}

// Without a query and a hash, which the link to a slide has of its own.
function addressBelow(root: string, page: unknown): string | undefined {
  if (typeof page !== 'string' || !URL.canParse(page, root)) return undefined
  const { origin, pathname } = new URL(page, root)
  const address = origin + pathname
  return address.startsWith(root) ? address : undefined
}

function readSlide(slide: unknown, root: string): SlideText | undefined {
  if (!isRecord(slide)) return undefined
  const { hash, heading, text, notes } = slide
  if (typeof hash !== 'string' || !/^(?:#|$)/.test(hash) || typeof heading !== 'string' || typeof text !== 'string') return undefined
  const image = addressBelow(root, slide['image'])
  return { hash, heading, text, ...(typeof notes === 'string' && { notes }), ...(image !== undefined && { image }) }
}

function parse(json: unknown): unknown {
  try {
    return typeof json === 'string' ? JSON.parse(json) : undefined
  } catch {
    return undefined
  }
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
