import type { PictureSize } from '../../../core/model.ts'
import { jpegParts } from '../picture-parts.ts'
import { reduceExif } from './reduce-exif.ts'
import { type Change, type PartToChange, readFrom, rewriteParts } from './rewrite-parts.ts'

/** A JPEG without metadata; `undefined` if it is damaged. */
export function stripJpeg(bytes: Buffer): Buffer | undefined {
  let hasJfif = false
  let hasExif = false
  const changeOf = (part: PartToChange): Change => {
    switch (part.kind) {
      case 'e0': {
        const isFirst = !hasJfif && startsWith(part, 'JFIF\0') && part.content.length >= JFIF_LENGTH
        hasJfif ||= isFirst
        return isFirst ? withoutPreview(part) : 'remove'
      }
      case 'e1': {
        // Decoders read the first one.
        const isFirst = !hasExif && startsWith(part, 'Exif\0')
        hasExif ||= isFirst
        return isFirst ? withLessExif(part, sizeOf(bytes)) : 'remove'
      }
      case 'e2':
        return startsWith(part, 'ICC_PROFILE\0') ? 'keep' : 'remove'
      // It says how colours are stored.
      case 'ee':
        return startsWith(part, 'Adobe') && part.content.length >= ADOBE_LENGTH
          ? segment(0xee, part.content.subarray(0, ADOBE_LENGTH))
          : 'remove'
      default:
        return /^(e.|fe)$/.test(part.kind) ? 'remove' : 'keep'
    }
  }
  // What follows the end of a JPEG are larger previews, videos and notes of cameras.
  return rewriteParts(bytes, { head: 2, parts: jpegParts(readFrom(bytes)), changeOf, last: 'd9' })
}

const JFIF_LENGTH = 14
const ADOBE_LENGTH = 12

function startsWith({ content }: PartToChange, name: string): boolean {
  return content.toString('latin1', 0, name.length) === name
}

// Its last two bytes are the width and height of a preview, which follows them.
function withoutPreview({ content }: PartToChange): Buffer {
  return segment(0xe0, Buffer.concat([content.subarray(0, JFIF_LENGTH - 2), Buffer.alloc(2)]))
}

function withLessExif({ content }: PartToChange, size: PictureSize | undefined): Change {
  const left = reduceExif(content.subarray(EXIF_NAME.length), size)
  return left ? segment(0xe1, Buffer.concat([Buffer.from(EXIF_NAME), left])) : 'remove'
}

const EXIF_NAME = 'Exif\0\0'

// The head of the first frame, which comes before all image data.
function sizeOf(bytes: Buffer): PictureSize | undefined {
  for (const { kind, contentAt } of jpegParts(readFrom(bytes))) {
    if (kind === 'da' || contentAt + 5 > bytes.length) return undefined
    if (/^c[^48c]$/.test(kind)) return { height: bytes.readUInt16BE(contentAt + 1), width: bytes.readUInt16BE(contentAt + 3) }
  }
  return undefined
}

function segment(marker: number, content: Buffer): Buffer {
  const head = Buffer.from([0xff, marker, 0, 0])
  head.writeUInt16BE(2 + content.length, 2)
  return Buffer.concat([head, content])
}
