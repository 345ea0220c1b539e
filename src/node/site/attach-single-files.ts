import { setImmediate } from 'node:timers/promises'
import type { Download } from '../../core/pages/downloads.ts'
import type { ClientBundle } from '../../core/model.ts'
import { singlePath } from '../../core/pages/relative-urls.ts'
import type { AttachFiles } from './attach-files.ts'
import { singleFile } from './single-file.ts'

/** Puts each deck of a site as a single file beside its pages, where the site's options ask for them. */
export function attachSingleFiles(bundle: { readonly client: ClientBundle; readonly clientFolder: string }): AttachFiles {
  return async ({ folder, decks, writer, content: { options, report } }) => {
    const made = new Map<string, Download>()
    if (!options.singleFile) return made
    for (const deck of decks) {
      const html = singleFile(deck, { ...bundle, site: folder, files: writer.files, options, report })
      // Lets the lock of the folder give its sign of life, and the command be stopped.
      await setImmediate()
      if (html === undefined) continue
      // Addresses of single files are kept free where decks are read.
      const file = singlePath(deck.id)
      writer.write({ path: file, content: html })
      made.set(deck.id, { kind: 'single', path: file, bytes: Buffer.byteLength(html) })
    }
    return made
  }
}
