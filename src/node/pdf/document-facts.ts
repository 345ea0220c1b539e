import { escapeHtml } from '../../core/escape-html.ts'
import { pdfText } from './pdf-objects.ts'

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
