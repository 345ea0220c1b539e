/** A PDF as Chromium writes it: its objects by number, including `obj` and `endobj`. */
export interface PdfObjects {
  readonly objects: ReadonlyMap<number, Buffer>
  readonly root: number
  readonly info: number
}

/** Reads the objects of a PDF of Chromium. Throws if it has another structure. */
export function readObjects(pdf: Buffer): PdfObjects {
  const start = Number(/startxref\s+(\d+)\s+%%EOF\s*$/.exec(pdf.subarray(-64).toString('latin1'))?.[1])
  const tail = Number.isNaN(start) ? '' : pdf.subarray(start).toString('latin1')
  const size = /^xref\n0 (\d+)\n/.exec(tail)
  const trailer = tail.slice(tail.lastIndexOf('trailer'))
  const [root, info] = ['Root', 'Info'].map((name) => Number(new RegExp(`/${name} (\\d+) 0 R`).exec(trailer)?.[1]))
  if (!size || !root || !info) throw new Error('Chromium has written a PDF that is not understood')
  const entries = tail.slice(size[0].length).matchAll(/(\d{10}) (\d{5}) ([nf]) ?[\r\n]{1,2}/g)
  const offsets = [...entries]
    .slice(0, Number(size[1]))
    .flatMap(([, offset, , kind], number) => (kind === 'n' ? [{ number, offset: Number(offset) }] : []))
    .toSorted((a, b) => a.offset - b.offset)
  const objects = new Map(offsets.map(({ number, offset }, index) => [number, pdf.subarray(offset, offsets[index + 1]?.offset ?? start)]))
  return { objects, root, info }
}

// The second line tells programs that the file is not text.
const HEAD = Buffer.from('%PDF-1.7\n%\u00d3\u00eb\u00e9\u00e1\n', 'latin1')

/** The bytes of a PDF: its objects, and the table of their offsets. */
export function writeObjects({ objects, root, info }: PdfObjects): Buffer {
  const parts: Buffer[] = [HEAD]
  const offsets = new Map<number, number>()
  let length = HEAD.length
  for (const [number, object] of objects) {
    offsets.set(number, length)
    parts.push(object)
    length += object.length
  }
  const size = Math.max(...objects.keys()) + 1
  const entries = Array.from({ length: size }, (_, number) => {
    const offset = offsets.get(number)
    return offset === undefined ? '0000000000 65535 f \n' : `${String(offset).padStart(10, '0')} 00000 n \n`
  })
  const trailer = `trailer\n<</Size ${size}\n/Root ${root} 0 R\n/Info ${info} 0 R>>\nstartxref\n${length}\n%%EOF\n`
  return Buffer.concat([...parts, Buffer.from(`xref\n0 ${size}\n${entries.join('')}${trailer}`, 'latin1')])
}

/** A text as a PDF writes it, in any language. */
export function pdfText(text: string): string {
  const units = Array.from({ length: text.length }, (_, index) => text.charCodeAt(index).toString(16).padStart(4, '0'))
  return `<feff${units.join('')}>`
}
