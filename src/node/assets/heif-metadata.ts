import type { Read } from './picture-parts.ts'
import { type Box, boxesIn, isHeif, readBoxes, readItemTable } from './read-heif.ts'

const LONGEST_BRANDS = 1024
const MOST_BOXES = 100
// A picture has one item with Exif data, and one with XMP.
const MOST_ITEMS = 10

/** The Exif and XMP data of a HEIC or AVIF picture. */
export function heifMetadata(read: Read): readonly Buffer[] {
  const meta = isHeif(read(0, LONGEST_BRANDS)) ? metaBox(read) : undefined
  const content = meta && read(meta.at, meta.end - meta.at)
  if (!content) return []
  const boxes = readBoxes(content, [meta.contentAt - meta.at + 4, content.length]) ?? []
  const entriesOf = (wanted: string) => {
    const box = boxes.find(({ kind }) => kind === wanted)
    return (box && readItemTable(content, box)?.entries) ?? []
  }
  const kinds = new Map(entriesOf('iinf').map(({ id, kind }) => [id, kind]))
  const idat = boxes.find(({ kind }) => kind === 'idat')
  return entriesOf('iloc')
    .filter(({ id, base }) => /^(Exif|mime)$/.test(kinds.get(id) ?? '') && base !== 'item')
    .slice(0, MOST_ITEMS)
    .map(({ id, extents: [extent] = [], base }) => {
      const [from, to] = extent ?? [0, 0]
      const start = base === 'idat' ? meta.at + (idat?.contentAt ?? 0) + from : from
      // Exif data are preceded by their offset.
      const skipped = kinds.get(id) === 'Exif' ? 4 : 0
      return read(start + skipped, Math.max(to - from - skipped, 0))
    })
}

function metaBox(read: Read): Box | undefined {
  let count = 0
  for (const box of boxesIn(read, 0, Number.MAX_SAFE_INTEGER)) {
    count += 1
    if (box.kind === 'meta') return box
    if (count === MOST_BOXES) return undefined
  }
  return undefined
}
