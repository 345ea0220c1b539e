import path from 'node:path'
import { deserialize, serialize } from 'node:v8'
import { type Document, openDocument } from '../../core/deck/open-document.ts'
import type { Report } from '../../core/diagnostics/diagnostic.ts'
import { caches, openCache } from '../cache.ts'
import { sha256 } from '../files/sha256.ts'
import type { KeptDecks } from './cache-decks.ts'

/** Reads front matter like `openDocument`, which takes most of the time of a build in which nothing has changed. */
export interface DocumentCache {
  readonly open: typeof openDocument
  /** Keeps what has been read, for later runs. */
  readonly save: () => void
}

interface Entry {
  readonly digest: string
  /** An `OpenedDocument` in the format of V8: those of ten thousand files need less memory like this. */
  readonly opened: Uint8Array
}

interface OpenedDocument {
  readonly reports: readonly Parameters<Report>[]
  /** Its text, of which the body is the end, is left out. */
  readonly document: Omit<Document, 'source' | 'frontMatter'> & { readonly frontMatter: Omit<Document['frontMatter'], 'body'> }
  /** Characters of the body. */
  readonly body: number
}

/** Opens the cache for the folder of decks in `root`. */
export function openDocumentCache({ folder, code }: KeptDecks, root: string): DocumentCache {
  const cache = openCache(folder, caches.decks)
  const key = ['documents', code, path.resolve(root)]
  const bytes = cache.read(key)
  // The cache has compared the bytes with their digest: this version wrote them, as its key says.
  const before = bytes ? (deserialize(bytes) as Map<string, Entry>) : new Map<string, Entry>()
  const now = new Map<string, Entry>()
  let isNew = false
  return {
    open(source, report, defaults) {
      const digest = sha256(source.text, defaults ? serialize(defaults) : '')
      const known = now.get(source.path) ?? before.get(source.path)
      if (known?.digest === digest) {
        now.set(source.path, known)
        const { reports, document, body } = deserialize(known.opened) as OpenedDocument
        for (const what of reports) report(...what)
        return { ...document, source, frontMatter: { ...document.frontMatter, body: source.text.slice(source.text.length - body) } }
      }
      const reports: Parameters<Report>[] = []
      const opened = openDocument(source, (...what) => void reports.push(what), defaults)
      for (const what of reports) report(...what)
      const { source: _, frontMatter, ...document } = opened
      const { body, ...found } = frontMatter
      if (!source.text.endsWith(body)) return opened
      isNew = true
      const entry: OpenedDocument = { reports, document: { ...document, frontMatter: found }, body: body.length }
      now.set(source.path, { digest, opened: serialize(entry) })
      return opened
    },
    save() {
      if (isNew) cache.write(key, serialize(now))
      isNew = false
      before.clear()
    },
  }
}
