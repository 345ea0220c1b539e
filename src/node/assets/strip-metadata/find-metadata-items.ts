import { readExif, writeExif } from '../read-exif.ts'
import { type Box, type ItemEntry, type Range, readBoxes, readItemTable } from '../read-heif.ts'
import type { Erasing } from './erase-ranges.ts'

/** The metadata among the items of a picture. */
export interface MetadataItems {
  /** Where the content of all other items is. */
  readonly shown: readonly Range[]
  readonly erasing: Erasing
  /** Items that go. */
  readonly removed: ReadonlySet<number>
  /** Where Exif data stay that contain nothing but an orientation. */
  readonly turned: readonly Turned[]
}

interface Turned {
  readonly id: number
  readonly at: number
  readonly orientation: number
}

const KINDS = new Set(['Exif', 'mime', 'uri '])
// Properties of images: descriptions, alternative texts, times.
const PROPERTIES = new Set(['udes', 'altt', 'crtt', 'mdft'])
// References that say nothing of how an image is shown.
const DESCRIBING = new Set(['cdsc', 'thmb'])
// Of a name in a box that says what it contains.
const HANDLER_NAME_AT = 24
// Exif data are preceded by their offset.
const EXIF_OFFSET = 4

/** Finds the metadata items that the box `meta` of a picture lists; `undefined` if its tables are damaged. */
export function findMetadataItems(bytes: Buffer, meta: Box): MetadataItems | undefined {
  const boxes = readBoxes(bytes, [meta.contentAt + 4, meta.end])
  if (!boxes) return undefined
  const only = (kind: string, among = boxes) => {
    const found = among.filter((box) => box.kind === kind)
    return found.length > 1 ? undefined : found[0]
  }
  const entriesOf = (kind: string) => {
    const box = only(kind)
    if (box) return readItemTable(bytes, box)?.entries
    return boxes.some((other) => other.kind === kind) ? undefined : []
  }
  const [infos, locations, references] = [entriesOf('iinf'), entriesOf('iloc'), entriesOf('iref')]
  if (!infos || !locations || !references) return undefined

  const metadata = new Set(infos.filter(({ kind }) => KINDS.has(kind ?? '')).map(({ id }) => id))
  for (const id of previewsAmong(references)) metadata.add(id)
  metadata.delete(primaryItem(bytes, only('pitm')))

  const idat = only('idat')
  const rangesOf = ({ extents = [], base }: ItemEntry): readonly Range[] => {
    if (base === 'file') return extents
    if (base !== 'idat' || !idat) return []
    return extents.map(([from, to]): Range => [idat.contentAt + from, Math.min(idat.contentAt + to, idat.end)])
  }
  const exifs = new Set(infos.filter(({ kind }) => kind === 'Exif').map(({ id }) => id))
  const turned = locations.filter(({ id }) => exifs.has(id)).flatMap((location) => turnedBy(bytes, location.id, rangesOf(location)))
  const stays = new Set(turned.map(({ id }) => id))
  const properties = boxes
    .filter(({ kind }) => kind === 'iprp')
    .flatMap(({ contentAt, end }) => readBoxes(bytes, [contentAt, end]) ?? [])
    .filter(({ kind }) => kind === 'ipco')
    .flatMap(({ contentAt, end }) => readBoxes(bytes, [contentAt, end]) ?? [])
    .filter(({ kind }) => PROPERTIES.has(kind))
  const handler = only('hdlr')
  return {
    shown: locations.filter(({ id }) => !metadata.has(id)).flatMap(rangesOf),
    erasing: {
      ranges: [
        ...locations.filter(({ id }) => metadata.has(id)).flatMap(rangesOf),
        ...properties.map(({ contentAt, end }): Range => [contentAt, end]),
        ...infos.flatMap(({ nameAt, end }) => (nameAt === undefined ? [] : [[nameAt, end] as const])),
        ...(handler ? [[handler.contentAt + HANDLER_NAME_AT, handler.end] as const] : []),
      ],
      boxes: properties,
    },
    removed: new Set([...metadata].filter((id) => !stays.has(id))),
    turned,
  }
}

// Small copies of images, but for those that are a part of another image.
function previewsAmong(references: readonly ItemEntry[]): readonly number[] {
  const parts = new Set(references.filter(({ kind }) => !DESCRIBING.has(kind ?? '')).flatMap(({ refersTo }) => refersTo ?? []))
  return references.filter(({ kind, id }) => kind === 'thmb' && !parts.has(id)).map(({ id }) => id)
}

// The image that is shown, whatever else is said of it.
function primaryItem(bytes: Buffer, pitm: Box | undefined): number {
  const content = pitm ? bytes.subarray(pitm.contentAt, pitm.end) : Buffer.alloc(0)
  if (content.length < 6) return 0
  return content.length < 8 ? content.readUInt16BE(4) : content.readUInt32BE(4)
}

function turnedBy(bytes: Buffer, id: number, [range]: readonly Range[]): readonly Turned[] {
  if (!range) return []
  const [from, to] = range
  const tiff = bytes.subarray(from + EXIF_OFFSET, to)
  const { orientation } = readExif(tiff)
  return orientation === 1 || tiff.length < writeExif(1).length ? [] : [{ id, at: from + EXIF_OFFSET, orientation }]
}
