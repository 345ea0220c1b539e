import type { SiteOptions } from '../config/site-options.ts'
import type { EmittedFile } from '../model.ts'
import type { Download } from '../pages/downloads.ts'
import type { SeriesPlace } from '../pages/series.ts'
import { readingPath } from '../pages/urls.ts'
import { type DeckFileOutput, type DeckOutput, deckOutputs, type DeckPageOutput } from './deck-outputs.ts'

/** The row of the table with a name. */
export function deckOutput(name: string): DeckOutput {
  const found = deckOutputs.find((output) => output.name === name)
  if (!found) throw new Error(`no output of a deck is called ${name}`)
  return found
}

/** Names of the outputs that contain a whole deck. */
export function downloadNames(): readonly string[] {
  return deckOutputs.filter(({ isDownload }) => isDownload).map(({ name }) => name)
}

/** Where a site may have the downloads of the deck with an id. */
export function downloadPaths(id: string): readonly string[] {
  return deckOutputs.filter(({ isDownload }) => isDownload).map(({ pathOf }) => pathOf(id))
}

/** The outputs of stage `pages` that the options of the site ask for, and the `formats` that a command names. */
export function pagesOfDeck(options: SiteOptions, formats: readonly string[] = []): readonly DeckPageOutput[] {
  return deckOutputs
    .filter((output) => output.stage === 'pages')
    .filter((output) => output.isWanted(options) || formats.includes(output.name))
}

/** The outputs of stage `files`: the `formats` that a command names, else those that the options ask for. */
export function filesOfDeck(options: SiteOptions, formats?: readonly string[]): readonly DeckFileOutput[] {
  return deckOutputs
    .filter((output) => output.stage === 'files')
    .filter((output) => formats?.includes(output.name) ?? output.isWanted(options))
}

/** Paths in the site that are reserved for the deck with an id. */
export function deckPaths(id: string, options: SiteOptions): readonly string[] {
  return deckOutputs.filter(({ isWanted }) => isWanted(options)).map(({ pathOf }) => pathOf(id))
}

/** The downloads of a deck; `sizeOf` returns `undefined` for an output that was not made. */
export function downloadsOf(id: string, options: SiteOptions, sizeOf: (output: DeckOutput) => number | undefined): readonly Download[] {
  return deckOutputs.flatMap((output) => {
    const { pathOf, isWanted, link } = output
    const bytes = link && isWanted(options) ? sizeOf(output) : undefined
    return link === undefined || bytes === undefined ? [] : [{ ...link, path: pathOf(id), bytes }]
  })
}

/** Adds links to the downloads to a page of a deck. */
export function linkDownloads(
  { pathOf, addDownloads }: DeckPageOutput,
  page: string,
  { id, lang, downloads }: { readonly id: string; readonly lang: string; readonly downloads: readonly Download[] },
): string {
  return addDownloads && downloads.length > 0 ? addDownloads(page, downloads, { path: pathOf(id), lang }) : page
}

/** Adds links to the other decks of its series to a page of a deck. */
export function linkSeries({ pathOf, addSeries }: DeckOutput, page: string, { id, ...deck }: LinkedDeck, place: SeriesPlace): string {
  const isAlone = place.series === undefined && place.previous === undefined && place.next === undefined
  return addSeries && !isAlone ? addSeries(page, place, { ...deck, path: pathOf(id) }) : page
}

interface LinkedDeck {
  readonly id: string
  readonly title: string
  readonly date?: string | undefined
  readonly lang: string
  /** The address of the site. */
  readonly site?: string | undefined
}

/** Adds links to those downloads that are of stage `pages`: in development there are no others. */
export function linkOwnDownloads(
  pages: readonly EmittedFile[],
  { id, lang, options }: { readonly id: string; readonly lang: string; readonly options: SiteOptions },
  bytesOf: (content: EmittedFile['content']) => number,
): readonly EmittedFile[] {
  const sizes = new Map(pages.map(({ path, content }) => [path, bytesOf(content)]))
  const downloads = downloadsOf(id, options, ({ pathOf }) => sizes.get(pathOf(id)))
  return pages.map((page) => {
    const output = deckOutputs.find(({ pathOf }) => pathOf(id) === page.path)
    if (output?.stage !== 'pages' || typeof page.content !== 'string') return page
    return { path: page.path, content: linkDownloads(output, page.content, { id, lang, downloads }) }
  })
}

/** The ids of the decks of a site, from the paths of its files. */
export function decksOf(files: readonly string[]): readonly string[] {
  const all = new Set(files)
  const ids = files.filter((file) => file.endsWith('.html')).map((file) => file.slice(0, -'.html'.length))
  // Only pages of decks have a reading view.
  return ids.filter((id) => all.has(readingPath(id)))
}

/** The pages and downloads of decks that are no longer in a site, from the paths of its files before and after a build. */
export function lostPages(before: readonly string[], after: readonly string[]): readonly string[] {
  const [had, has] = [new Set(before), new Set(after)]
  const decks = decksOf(before)
  const offered = deckOutputs.filter(({ name, link }) => name === 'page' || link !== undefined)
  const files = decks.flatMap((id) => offered.map(({ pathOf }) => pathOf(id)))
  return files.filter((file) => had.has(file) && !has.has(file)).toSorted((one, other) => (one < other ? -1 : 1))
}
