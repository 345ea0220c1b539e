import { readSync } from 'node:fs'
import { exifTellsPlace } from './exif-place.ts'
import { isMachineFault } from '../files/machine-fault.ts'
import { withFileInside } from '../files/read-inside.ts'

// A picture may say anything about the lengths of its parts.
const MOST_PARTS = 2000
const LONGEST_PART = 256 * 1024

type Read = (at: number, length: number) => Buffer

/** Whether a picture of a folder says where it was taken: JPEG, PNG and WebP, in Exif or XMP. Reads no more than it needs. */
export function picturePlace(root: string, file: string): boolean {
  if (!/\.(jpe?g|png|webp)$/i.test(file)) return false
  try {
    return withFileInside(root, file, ({ handle }) => tellsPlace(readerOf(handle)))
  } catch (cause) {
    if (isMachineFault(cause)) throw cause
    // Copying the file says what is wrong with it.
    return false
  }
}

function readerOf(handle: number): Read {
  return (at, length) => {
    const bytes = Buffer.allocUnsafe(Math.min(length, LONGEST_PART))
    return bytes.subarray(0, readSync(handle, bytes, 0, bytes.length, at))
  }
}

/** A part of a picture, as its head says. */
interface Part {
  readonly isMetadata: boolean
  readonly length: number
  /** From its head to that of the next. */
  readonly step: number
}

/** How the parts of a picture follow each other; `readHead` gives nothing where there is no more to be found. */
interface Format {
  readonly first: number
  readonly headLength: number
  readonly readHead: (head: Buffer) => Part | undefined
}

// Camera and editor write before the picture itself.
const JPEG: Format = {
  first: 2,
  headLength: 4,
  readHead: (head) => {
    if (head[0] !== 0xff || head[1] === 0xda || head[1] === 0xd9) return undefined
    const length = Math.max(head.readUInt16BE(2), 2)
    return { isMetadata: head[1] === 0xe1, length: length - 2, step: 2 + length }
  },
}

const PNG: Format = {
  first: 8,
  headLength: 8,
  readHead: (head) => {
    const [length, kind] = [head.readUInt32BE(0), head.toString('latin1', 4, 8)]
    return kind === 'IEND' ? undefined : { isMetadata: kind === 'eXIf' || kind === 'iTXt', length, step: 12 + length }
  },
}

const WEBP: Format = {
  first: 12,
  headLength: 8,
  readHead: (head) => {
    const [length, kind] = [head.readUInt32LE(4), head.toString('latin1', 0, 4)]
    return { isMetadata: kind === 'EXIF' || kind === 'XMP ', length, step: 8 + length + (length % 2) }
  },
}

function formatOf(head: Buffer): Format | undefined {
  if (head.length < 12) return undefined
  if (head.readUInt16BE(0) === 0xffd8) return JPEG
  if (head.readUInt32BE(0) === 0x89504e47) return PNG
  return head.toString('latin1', 8, 12) === 'WEBP' ? WEBP : undefined
}

function tellsPlace(read: Read): boolean {
  const format = formatOf(read(0, 12))
  if (!format) return false
  const { first, headLength, readHead } = format
  for (let at = first, count = 0; count < MOST_PARTS; count += 1) {
    const head = read(at, headLength)
    const part = head.length < headLength ? undefined : readHead(head)
    if (!part) return false
    if (part.isMetadata && metadataTellsPlace(read(at + headLength, part.length))) return true
    at += part.step
  }
  return false
}

// Exif is named so in some pictures and begins with the order of its bytes in others; XMP is always written with this prefix, as an
// attribute or as an element.
function metadataTellsPlace(content: Buffer): boolean {
  if (content.toString('latin1', 0, 4) === 'Exif') return exifTellsPlace(content.subarray(6))
  if (/^(II|MM)/.test(content.toString('latin1', 0, 2))) return exifTellsPlace(content)
  return content.includes('exif:GPSLatitude') && content.includes('exif:GPSLongitude')
}
