import type { PdfObjects } from './read-objects.ts'

// The second line tells programs that the file is not text.
const HEAD = Buffer.from('%PDF-1.7\n%\u00d3\u00eb\u00e9\u00e1\n', 'latin1')

/** The file of a PDF: its objects, and the table of where each begins. */
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
