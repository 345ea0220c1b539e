import { readFileSync } from 'node:fs'
import path from 'node:path'
import { setImmediate } from 'node:timers/promises'
import type { Site } from '../../core/model.ts'
import { linkSeries, pagesOfDeck } from '../../core/outputs/outputs-of-deck.ts'
import { seriesPlaces } from '../../core/pages/series.ts'
import type { SiteWriter } from './write-site.ts'

interface SeriesContext {
  /** Where the pages have been written. */
  readonly folder: string
  readonly writer: SiteWriter
  /** Outputs that were made of decks; without it the options of the site decide. */
  readonly formats?: readonly string[] | undefined
}

/** Adds links between the decks of each series to their pages, which are written already: only now it is known which decks there are. */
export async function addSeries({ decks, options }: Site, { folder, writer, formats }: SeriesContext): Promise<void> {
  const places = seriesPlaces(decks)
  for (const [index, { id, title }] of decks.entries()) {
    for (const output of pagesOfDeck(options, formats)) {
      const place = places.get(id)
      if (!place || !output.addSeries) continue
      const file = output.pathOf(id)
      const page = readFileSync(path.join(folder, file), 'utf8')
      const linked = linkSeries(output, page, { id, title, lang: options.lang }, place)
      if (linked !== page) writer.write({ path: file, content: linked })
    }
    // Lets signals be handled.
    if (index % 20 === 0) await setImmediate()
  }
}
