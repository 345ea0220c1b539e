import { webpParts } from '../picture-parts.ts'
import { readExif, writeExif } from '../read-exif.ts'
import { type Change, type PartToChange, readFrom, rewriteParts } from './rewrite-parts.ts'

const KEPT = new Set(['VP8 ', 'VP8L', 'VP8X', 'ALPH', 'ANIM', 'ICCP'])
const IN_FRAME = new Set(['VP8 ', 'VP8L', 'ALPH'])
const FRAME_HEAD = 16

// Flags of the chunk VP8X.
const HAS_EXIF = 0x08
const HAS_XMP = 0x04

/** A WebP without metadata; `undefined` if it is damaged. */
export function stripWebp(bytes: Buffer): Buffer | undefined {
  const declared = bytes.readUInt32LE(4)
  const riff = bytes.subarray(0, 8 + declared)
  const orientation = orientationOf(riff)
  let hasExif = false
  const changeOf = ({ kind, content, length }: PartToChange): Change => {
    const isCutOff = content.length < length
    if (isCutOff && (kind === 'VP8X' || kind === 'ANMF')) return 'keep'
    if (kind === 'VP8X') return chunk(kind, withFlags(content, orientation === 1 ? 0 : HAS_EXIF))
    if (kind === 'ANMF') return chunk(kind, stripFrame(content))
    if (KEPT.has(kind)) return 'keep'
    if (kind !== 'EXIF' || hasExif || orientation === 1) return 'remove'
    hasExif = true
    return chunk(kind, writeExif(orientation))
  }
  const stripped = rewriteParts(riff, { head: 12, parts: webpParts(readFrom(riff)), changeOf })
  // In a file that is cut off, it stays too large.
  stripped?.writeUInt32LE(Math.min(declared + stripped.length - riff.length, 0xffffffff), 4)
  return stripped
}

// Of the first Exif data; a simple WebP file has none.
function orientationOf(riff: Buffer): number {
  let isFirst = true
  for (const { kind, contentAt, length } of webpParts(readFrom(riff))) {
    if (isFirst && kind !== 'VP8X') return 1
    isFirst = false
    if (kind === 'EXIF') return readExif(riff.subarray(contentAt, contentAt + length)).orientation
  }
  return 1
}

function withFlags(content: Buffer, exif: number): Buffer {
  const copy = Buffer.from(content)
  copy[0] = ((content[0] ?? 0) & ~(HAS_EXIF | HAS_XMP)) | exif
  return copy
}

function stripFrame(content: Buffer): Buffer {
  const parts = webpParts(readFrom(content), FRAME_HEAD)
  return rewriteParts(content, { head: FRAME_HEAD, parts, changeOf: ({ kind }) => (IN_FRAME.has(kind) ? 'keep' : 'remove') }) ?? content
}

function chunk(kind: string, content: Buffer): Buffer {
  const head = Buffer.concat([Buffer.from(kind), Buffer.alloc(4)])
  head.writeUInt32LE(content.length, 4)
  return Buffer.concat([head, content, Buffer.alloc(content.length % 2)])
}
