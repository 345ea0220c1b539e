import path from 'node:path'
import { setImmediate } from 'node:timers/promises'
import { SITE_FILE } from '../../core/config/site-file.ts'
import { filesOfDeck } from '../../core/outputs/outputs-of-deck.ts'
import type { DeckFileOutput } from '../../core/outputs/deck-outputs.ts'
import { isMachineFault, reasonInLine } from '../files/system-errors.ts'
import { printDecks } from '../pdf/print-decks.ts'
import type { PaperOptions } from '../pdf/print-page.ts'
import { takenPaths } from './taken-paths.ts'
import { singleFile } from './single-file.ts'
import type { FileTools, FinishedSite, MakeDeckFiles } from './finished-site.ts'

const deckMakers: Readonly<Record<DeckFileOutput['name'], MakeDeckFiles>> = {
  // Imported only here, since most commands draw no cards.
  card: async (...parts) => (await import('./make-cards.ts')).makeDeckCards(...parts),
  pdf: printed({ steps: false }),
  steps: printed({ steps: true }),
  handout: printed({ steps: false, perPage: 2 }),
  single: makeSingleFiles,
}

/** Makes the files of decks that are made from their pages, unless the site has another file at their path. */
export async function makeDeckFiles(site: FinishedSite, tools: FileTools): Promise<void> {
  if (tools.withoutFiles) return
  const { decks, content } = site
  const isTaken = takenPaths(site)
  for (const output of filesOfDeck(content.options, tools.formats)) {
    const free = decks.filter(({ id }) => !isTaken(output, id))
    // All but cards are made from the pages.
    if (output.name !== 'card') site.writer.flush()
    await deckMakers[output.name](free, output, site, tools)
  }
}

function printed(paper: PaperOptions): MakeDeckFiles {
  return async (decks, { name, pathOf }, { folder, content: { options, report }, writer }, { client, clientFolder, printing, onFile }) => {
    if (!printing) return report('pdf-missing', { file: SITE_FILE }, 'Chromium was not found')
    let done = 0
    try {
      await printDecks(decks, {
        ...printing,
        options,
        paper,
        site: folder,
        script: path.join(clientFolder, client.print),
        onDeck({ id, path: source }, result) {
          if ('problem' in result) return report('pdf-missing', { file: source }, result.problem)
          writer.write({ path: pathOf(id), content: result.pdf })
          return onFile?.(name, (done += 1), decks.length)
        },
      })
    } catch (cause) {
      if (isMachineFault(cause)) throw cause
      report('pdf-missing', { file: SITE_FILE }, `Chromium did not start: ${reasonInLine(cause)}`)
    }
  }
}

async function makeSingleFiles(...[decks, { name, pathOf }, site, tools]: Parameters<MakeDeckFiles>): Promise<void> {
  const { folder, content, writer } = site
  for (const [index, deck] of decks.entries()) {
    const html = singleFile(deck, { ...tools, site: folder, files: writer.files, options: content.options, report: content.report })
    if (html !== undefined) writer.write({ path: pathOf(deck.id), content: html })
    tools.onFile?.(name, index + 1, decks.length)
    // Lets the folder's lock be refreshed, and signals be handled.
    await setImmediate()
  }
}
