import { escapeHtml } from '../../core/escape-html.ts'
import { finishTags } from './finish-tags.ts'
import { pdfText, readObjects, writeObjects } from './pdf-objects.ts'

/**
 * Adds to a PDF of Chromium what Chromium cannot know: bookmarks of all slides, author, date and language, and corrects its tags. Traces of the clock
 * and the machine are removed, so that the same deck gives the same bytes.
 */
export function finishPdf(pdf: Buffer, facts: DocumentFacts, bookmarks: readonly Bookmark[]): Buffer {
  const { root, info, ...read } = readObjects(pdf)
  const objects = finishTags(read.objects, new Map(bookmarks.map(({ destination, title: name }) => [destination, name])))
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

/** The metadata of a PDF. */
export interface DocumentFacts {
  readonly title: string
  readonly authors: readonly string[]
  /** ISO date. */
  readonly date?: string
  readonly lang: string
}

const CREATOR = 'Hedgerow'

/** The document information of a PDF. Its day is that of the deck: a deck that is printed again gives the same bytes. */
export function documentInfo({ title, authors, date }: DocumentFacts, producer: string): string {
  const day = date?.replaceAll('-', '')
  return [
    `<</Title ${pdfText(title)}`,
    ...(authors.length === 0 ? [] : [`/Author ${pdfText(authors.join(', '))}`]),
    `/Creator ${pdfText(CREATOR)}`,
    `/Producer ${pdfText(producer)}`,
    ...(day === undefined ? [] : [`/CreationDate (D:${day}000000Z)\n/ModDate (D:${day}000000Z)`]),
  ]
    .join('\n')
    .concat('>>')
}

/** The same metadata in XMP, which archives and libraries read. */
export function xmpPacket({ title, authors, date, lang }: DocumentFacts, producer: string): string {
  const creators = authors.map((author) => `<rdf:li>${escapeHtml(author)}</rdf:li>`).join('')
  const created = date === undefined ? '' : `\n<xmp:CreateDate>${date}</xmp:CreateDate><xmp:ModifyDate>${date}</xmp:ModifyDate>`
  return `<?xpacket begin="\uFEFF" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/">
<dc:format>application/pdf</dc:format>
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">${escapeHtml(title)}</rdf:li></rdf:Alt></dc:title>
<dc:language><rdf:Bag><rdf:li>${escapeHtml(lang)}</rdf:li></rdf:Bag></dc:language>${creators === '' ? '' : `\n<dc:creator><rdf:Seq>${creators}</rdf:Seq></dc:creator>`}${created}
<xmp:CreatorTool>${CREATOR}</xmp:CreatorTool><pdf:Producer>${escapeHtml(producer)}</pdf:Producer>
</rdf:Description></rdf:RDF></x:xmpmeta>
<?xpacket end="r"?>`
}

/** A slide in the list of bookmarks. */
export interface Bookmark {
  readonly title: string
  /** Below the last one that is not. */
  readonly isBelow: boolean
  /** The name of a destination in the document. */
  readonly destination: string
}

/** Bookmarks as objects of a PDF, which take the numbers from `first` on. That of the whole list is the first. */
export function outlineObjects(bookmarks: readonly Bookmark[], first: number): readonly string[] {
  const number = (index: number) => first + 1 + index
  const parentOf = bookmarks.map(({ isBelow }, index) => (isBelow ? bookmarks.slice(0, index).findLastIndex((one) => !one.isBelow) : -1))
  const below = (parent: number) => parentOf.flatMap((one, index) => (one === parent ? [index] : []))
  const family = (parent: number) => {
    const children = below(parent)
    const [eldest, youngest] = [children[0], children.at(-1)]
    if (eldest === undefined || youngest === undefined) return ''
    // Columns are expanded, so that all slides are visible.
    const count = parent === -1 ? bookmarks.length : children.length
    return `\n/First ${number(eldest)} 0 R\n/Last ${number(youngest)} 0 R\n/Count ${count}`
  }
  return [
    `<</Type /Outlines${family(-1)}>>`,
    ...bookmarks.map(({ title, destination }, index) => {
      const beside = below(parentOf[index] ?? -1)
      const [previous, next] = [beside[beside.indexOf(index) - 1], beside[beside.indexOf(index) + 1]]
      const parent = parentOf[index] === -1 ? first : number(parentOf[index] ?? -1)
      return [
        `<</Title ${pdfText(title)}\n/Parent ${parent} 0 R\n/Dest /${destination}`,
        ...(previous === undefined ? [] : [`/Prev ${number(previous)} 0 R`]),
        ...(next === undefined ? [] : [`/Next ${number(next)} 0 R`]),
      ]
        .join('\n')
        .concat(family(index), '>>')
    }),
  ]
}
