import { setImmediate } from 'node:timers/promises'
import type { Site } from '../../core/model.ts'
import { downloadsOf, filesOfDeck, linkDownloads, linkSeries, pagesOfDeck } from '../../core/outputs/outputs-of-deck.ts'
import { seriesPlaces } from '../../core/pages/series.ts'
import { uniqueOf } from '../../core/pages/topics/survey-site.ts'
import type { Destination } from './make-decks.ts'
import type { IsTaken } from './taken-paths.ts'

interface FinishContext extends Pick<Destination, 'writer'> {
  /** Outputs that were made of decks; without it the options of the site decide. */
  readonly formats?: readonly string[] | undefined
  /** The commit that the site is built from, as citations name it. */
  readonly revision?: string | undefined
  readonly isTaken: IsTaken
}

/** Adds what no deck knows to its pages, and writes those that are still held: the revision, its neighbours in its series, and the sizes of its downloads. */
export async function finishPages(site: Site, { writer, formats, revision, isTaken }: FinishContext): Promise<void> {
  const { decks, options } = site
  const places = seriesPlaces(decks)
  const unique = uniqueOf(site)
  for (const [index, deck] of decks.entries()) {
    const { id, title, date, lang: spoken } = deck
    const { lang } = options
    const { first, rest, titleFirst } = unique(deck)
    const place = { ...places.get(id), topics: titleFirst || first === undefined ? rest : [first, ...rest] }
    // First the downloads, whose sizes the pages name.
    for (const output of filesOfDeck(options, formats))
      if (output.addSeries && !isTaken(output, id) && writer.files.has(output.pathOf(id)))
        writer.change(output.pathOf(id), (file) => linkSeries(output, file, { id, title, lang: spoken ?? lang, site: options.url }, place))
    // The pages of a temporary site need no download links.
    const downloads = formats
      ? []
      : downloadsOf(id, options, (output) => (isTaken(output, id) ? undefined : writer.files.get(output.pathOf(id))))
    for (const output of pagesOfDeck(options, formats)) {
      if (!output.addSeries && !output.addDownloads) continue
      writer.change(output.pathOf(id), (page) => {
        const cited = revision === undefined ? page : (output.addRevision?.(page, revision, { deck, options }) ?? page)
        return linkDownloads(output, linkSeries(output, cited, { id, title, date, lang }, place), { id, lang, downloads })
      })
    }
    // Lets the folder's lock be refreshed, and signals be handled.
    if (index % 20 === 0) await setImmediate()
  }
  writer.flush()
}
