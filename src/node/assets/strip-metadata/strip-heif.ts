import { type Box, boxesIn, isHeif, type Range, readBoxes } from '../read-heif.ts'
import { writeExif } from '../read-exif.ts'
import { eraseRanges, type Erasing } from './erase-ranges.ts'
import { findMetadataItems } from './find-metadata-items.ts'
import { rewriteMeta } from './rewrite-meta.ts'
import { readFrom } from './rewrite-parts.ts'

// Without these a picture cannot be shown; none of them contains text.
const KEPT = new Set('ftyp styp meta mdat moov moof mfra sidx ssix prft pdin mini idat'.split(' '))
const METADATA_OF_SEQUENCES = new Set(['udta', 'meta', 'uuid', 'free', 'skip'])
const PARTS_OF_SEQUENCES: Readonly<Record<string, string>> = { moov: 'trak', trak: 'mdia' }
const WITH_TIMES = new Set(['mvhd', 'tkhd', 'mdhd'])

/**
 * A HEIC or AVIF picture without metadata; `undefined` if it is damaged. What is shown stays where it is, since many tables contain offsets:
 * metadata are overwritten with zeros, and only what follows the last box of the picture is cut off.
 */
export function stripHeif(bytes: Buffer): Buffer | undefined {
  if (!isHeif(bytes)) return undefined
  const boxes = [...boxesIn(readFrom(bytes), 0, bytes.length)]
  const kept = boxes.filter(({ kind }) => KEPT.has(kind))
  const [meta, ...more] = kept.filter(({ kind }) => kind === 'meta')
  const items = meta ? findMetadataItems(bytes, meta) : { shown: [], erasing: eraseBoxes([]), removed: new Set<number>(), turned: [] }
  const isCutOff = kept.some(({ kind, end }) => kind !== 'mdat' && end > bytes.length)
  const canBeShown = kept.some(({ kind }) => kind === 'meta' || kind === 'moov') && more.length === 0
  if (!items || isCutOff || !canBeShown) return undefined
  const others = eraseBoxes(boxes.filter(({ kind }) => !KEPT.has(kind)))
  const sequences = kept.filter(({ kind }) => kind === 'moov').map((box) => eraseSequence(bytes, box))
  const all = [items.erasing, others, ...sequences]

  const copy = Buffer.from(bytes)
  eraseRanges(copy, { erased: all.flatMap(({ ranges }) => ranges), kept: items.shown })
  for (const { at } of all.flatMap((erasing) => erasing.boxes)) copy.write('free', at + 4, 'latin1')
  for (const { at, orientation } of items.turned) copy.set(writeExif(orientation), at)
  if (meta && !rewriteMeta(copy, meta, items.removed)) return undefined
  const ends = [...kept.map((box) => box.end), ...items.shown.map(([, to]) => to)]
  return copy.subarray(
    0,
    ends.reduce((a, b) => Math.max(a, b), 0),
  )
}

function eraseBoxes(boxes: readonly Box[]): Erasing {
  return { ranges: boxes.map(({ contentAt, end }): Range => [contentAt, end]), boxes }
}

function eraseSequence(bytes: Buffer, box: Box): Erasing {
  const parts = readBoxes(bytes, [box.contentAt, box.end]) ?? []
  const inner = parts.filter(({ kind }) => kind === PARTS_OF_SEQUENCES[box.kind]).map((part) => eraseSequence(bytes, part))
  const own = eraseBoxes(parts.filter(({ kind }) => METADATA_OF_SEQUENCES.has(kind)))
  // When it was made and changed, after version and flags.
  const times = parts
    .filter(({ kind }) => WITH_TIMES.has(kind))
    .map(({ contentAt }): Range => [contentAt + 4, contentAt + (bytes[contentAt] === 0 ? 12 : 20)])
  return {
    ranges: [...own.ranges, ...times, ...inner.flatMap(({ ranges }) => ranges)],
    boxes: [...own.boxes, ...inner.flatMap((erasing) => erasing.boxes)],
  }
}
