import { readFileSync } from 'node:fs'
import path from 'node:path'
import { setImmediate } from 'node:timers/promises'
import type { Site } from '../../core/model.ts'
import { downloadsOf, filesOfDeck, linkDownloads, linkSeries, pagesOfDeck } from '../../core/outputs/outputs-of-deck.ts'
import { seriesPlaces } from '../../core/pages/series.ts'
import type { Destination } from './make-decks.ts'

interface FinishContext extends Destination {
  /** Outputs that were made of decks; without it the options of the site decide. */
  readonly formats?: readonly string[] | undefined
  /** Whether a path belongs to a file that decks show. */
  readonly isTaken: (path: string) => boolean
}

/** Adds links between the decks of each series, and to their downloads, to their pages, which are written already. */
export async function finishPages({ decks, options }: Site, { folder, writer, formats, isTaken }: FinishContext): Promise<void> {
  const places = seriesPlaces(decks)
  const change = (file: string, work: (text: string) => string) => {
    const text = readFileSync(path.join(folder, file), 'utf8')
    const changed = work(text)
    if (changed !== text) writer.write({ path: file, content: changed })
  }
  for (const [index, { id, title, lang: spoken }] of decks.entries()) {
    const { lang } = options
    const place = places.get(id) ?? {}
    // First the downloads, whose sizes the pages name.
    for (const output of filesOfDeck(options, formats))
      if (output.addSeries && !isTaken(output.pathOf(id)) && writer.files.has(output.pathOf(id)))
        change(output.pathOf(id), (file) => linkSeries(output, file, { id, title, lang: spoken ?? lang, site: options.url }, place))
    // The pages of a temporary site need no download links.
    const downloads = formats ? [] : downloadsOf(id, options, (file) => (isTaken(file) ? undefined : writer.files.get(file)))
    for (const output of pagesOfDeck(options, formats)) {
      if (!output.addSeries && !output.addDownloads) continue
      change(output.pathOf(id), (page) =>
        linkDownloads(output, linkSeries(output, page, { id, title, lang }, place), { id, lang, downloads }),
      )
    }
    // Lets the folder's lock be refreshed, and signals be handled.
    if (index % 20 === 0) await setImmediate()
  }
}
