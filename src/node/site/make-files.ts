import { readFileSync } from 'node:fs'
import path from 'node:path'
import { setImmediate } from 'node:timers/promises'
import { SITE_FILE } from '../../core/config/read-site-options.ts'
import { downloadsOf, filesOfDeck, linkDownloads, pagesOfDeck } from '../../core/outputs/outputs-of-deck.ts'
import { type SiteFileOutput, siteOutputs } from '../../core/outputs/site-outputs.ts'
import type { DeckFileOutput } from '../../core/outputs/deck-outputs.ts'
import { clientIcon } from '../../core/pages/site-icon.ts'
import { CLIENT_FOLDER } from '../../core/pages/urls.ts'
import { isMachineFault, reasonInLine } from '../files/system-errors.ts'
import { printDecks } from '../pdf/print-decks.ts'
import type { PaperOptions } from '../pdf/print-page.ts'
import { takenPaths } from './compose-site.ts'
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

const siteMakers: Readonly<Record<SiteFileOutput['name'], (site: FinishedSite, tools: FileTools) => Promise<void>>> = {
  client: copyClient,
  card: async (...parts) => (await import('./make-cards.ts')).makeSiteCard(...parts),
}

/** Makes the files that need a site's finished pages, and adds download links to the pages. */
export async function makeFiles(site: FinishedSite, tools: FileTools): Promise<void> {
  const { decks, own, content, writer, folder } = site
  const { options } = content
  for (const output of siteOutputs) if (output.stage === 'files' && output.isWanted(options)) await siteMakers[output.name](site, tools)
  if (tools.withoutFiles) return
  const isTaken = takenPaths([own, ...decks])
  for (const output of filesOfDeck(options, tools.formats)) {
    const free = decks.filter(({ id }) => !isTaken(output.pathOf(id)))
    await deckMakers[output.name](free, output, site, tools)
  }
  // The pages of a temporary site need no download links.
  if (tools.formats) return
  for (const deck of decks) {
    const downloads = downloadsOf(deck.id, options, (file) => (isTaken(file) ? undefined : writer.files.get(file)))
    if (downloads.length === 0) continue
    const page = { id: deck.id, lang: options.lang, downloads }
    for (const output of pagesOfDeck(options)) {
      const file = output.pathOf(deck.id)
      if (output.addDownloads)
        writer.write({ path: file, content: linkDownloads(output, readFileSync(path.join(folder, file), 'utf8'), page) })
    }
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

async function copyClient({ writer, styles, content: { options } }: FinishedSite, { client, clientFolder }: FileTools): Promise<void> {
  const scripts = [client.script, client.stage, client.speaker.script, client.search].map((script) => script.file)
  const sheets = [...new Set(styles)].flatMap((style) => [style.file, ...style.files])
  const icon = clientIcon(options, client)
  for (const file of [...sheets, ...scripts, client.licences, ...(icon === undefined ? [] : [icon])])
    writer.copy(path.join(clientFolder, file), `${CLIENT_FOLDER}/${file}`)
}
