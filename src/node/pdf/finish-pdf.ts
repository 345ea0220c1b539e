import { type DocumentFacts, documentInfo, xmpPacket } from './document-facts.ts'
import { type Bookmark, outlineObjects } from './outline-objects.ts'
import { readObjects, writeObjects } from './pdf-objects.ts'

/**
 * Adds to a PDF of Chromium what Chromium cannot know: bookmarks of all slides, author, date and language. Traces of the clock
 * and the machine are removed, so that the same deck gives the same bytes.
 */
export function finishPdf(pdf: Buffer, facts: DocumentFacts, bookmarks: readonly Bookmark[]): Buffer {
  const { objects, root, info } = readObjects(pdf)
  const catalog = objects.get(root)?.toString('latin1')
  const end = catalog?.lastIndexOf('>>') ?? -1
  if (catalog === undefined || end === -1) throw new Error('Chromium has written a PDF without a catalog')
  const producer = /Skia\/PDF m\d+/.exec(objects.get(info)?.toString('latin1') ?? '')?.[0] ?? 'Chromium'
  const packet = Buffer.from(xmpPacket(facts, producer))
  const metadata = Math.max(...objects.keys()) + 1
  const outlines = metadata + 1
  const object = (number: number, text: string) => [number, Buffer.from(`${number} 0 obj\n${text}\nendobj\n`, 'latin1')] as const
  const named = /\/Lang\b/.test(catalog) ? '' : `\n/Lang (${facts.lang})`
  const more = `\n/Metadata ${metadata} 0 R${named}${bookmarks.length === 0 ? '' : `\n/Outlines ${outlines} 0 R`}`
  const stream = `<</Type /Metadata\n/Subtype /XML\n/Length ${packet.length}>> stream\n${packet.toString('latin1')}\nendstream`
  const added = bookmarks.length === 0 ? [] : outlineObjects(bookmarks, outlines)
  return writeObjects({
    root,
    info,
    objects: new Map([
      ...objects,
      object(info, documentInfo(facts, producer)),
      [root, Buffer.from(catalog.slice(0, end) + more + catalog.slice(end), 'latin1')],
      object(metadata, stream),
      ...added.map((text, index) => object(outlines + index, text)),
    ]),
  })
}
