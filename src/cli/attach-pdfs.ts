import path from 'node:path'
import { SITE_FILE } from '../core/config/read-site-options.ts'
import type { Download } from '../core/pages/downloads.ts'
import type { ClientBundle } from '../core/model.ts'
import type { AttachFiles } from '../node/site/attach-files.ts'
import { findChromium } from '../node/chromium/find-chromium.ts'
import { isMachineFault } from '../node/files/machine-fault.ts'
import { printDecks } from '../node/pdf/print-decks.ts'
import { cacheFolder } from './cache-folder.ts'
import type { Terminal } from './terminal.ts'

/** Prints the PDFs of a site's decks beside their pages, where its options ask for them. */
export function attachPdfs({ client, clientFolder }: { client: ClientBundle; clientFolder: string }, terminal: Terminal): AttachFiles {
  return async ({ folder, decks, writer, content: { options, report } }) => {
    const made = new Map<string, Download>()
    if (!options.pdf) return made
    const chromium = findChromium(process.env)
    if (chromium === undefined) {
      report('pdf-missing', { file: SITE_FILE }, 'there is no Chromium')
      return made
    }
    try {
      await printDecks(decks, {
        ...{ chromium, options, site: folder, cache: cacheFolder('pdf'), paper: { steps: false } },
        script: path.join(clientFolder, client.print),
        onDeck({ id, path: source }, printed) {
          const file = `${id}.pdf`
          if ('problem' in printed) return report('pdf-missing', { file: source }, printed.problem)
          if (writer.files.has(file)) return report('pdf-missing', { file: source }, `the site has another file at ${file}`)
          writer.write({ path: file, content: printed.pdf })
          made.set(id, { kind: 'pdf', path: file, bytes: printed.pdf.length })
          return terminal.progress(`printed ${made.size} of ${decks.length} decks`)
        },
      })
    } catch (cause) {
      if (isMachineFault(cause)) throw cause
      const reason = cause instanceof Error ? cause.message.split('\n')[0] : String(cause)
      report('pdf-missing', { file: SITE_FILE }, `Chromium does not start: ${reason}`)
    }
    return made
  }
}
