import { readSync } from 'node:fs'
import { svgSize } from '../../core/clean/svg-size.ts'
import { isSvg } from '../../core/files.ts'
import type { PictureDefect, PictureSize } from '../../core/model.ts'
import { isMachineFault } from '../files/system-errors.ts'
import { withFileInside } from '../files/read-file.ts'
import { readExif } from './read-exif.ts'

/** What is known of a picture without decoding it. */
export interface PictureFacts {
  /** In pixels, as browsers show it; missing if the file does not say it. */
  readonly size?: PictureSize | undefined
  /** Its Exif or XMP metadata contain the location where it was taken. */
  readonly hasLocation: boolean
  /** Missing if browsers can probably show it. */
  readonly defect?: PictureDefect | undefined
}

// An image may declare any lengths for its parts.
const MOST_PARTS = 2000
const LONGEST_PART = 256 * 1024
const SVG_HEAD = 4 * 1024

/** Reads the facts of the pictures of a folder, each file once and no more of it than is needed. */
export function pictureFacts(root: string): (file: string) => PictureFacts {
  const known = new Map<string, PictureFacts>()
  return (file) => {
    const facts = known.get(file) ?? readFacts(root, file)
    known.set(file, facts)
    return facts
  }
}

function readFacts(root: string, file: string): PictureFacts {
  try {
    return withFileInside(root, file, ({ handle, size: bytes }) => {
      const read: Read = (at, length) => {
        const bytes = Buffer.allocUnsafe(Math.min(length, LONGEST_PART))
        return bytes.subarray(0, readSync(handle, bytes, 0, bytes.length, at))
      }
      const facts = isSvg(file) ? { size: svgSize(read(0, SVG_HEAD).toString('utf8')), hasLocation: false } : factsOf(read)
      return { ...facts, defect: defectOf(read, { file, bytes, size: facts.size }) }
    })
  } catch (cause) {
    if (isMachineFault(cause)) throw cause
    // Copying the file reports what is wrong with it.
    return { hasLocation: false }
  }
}

type Read = (at: number, length: number) => Buffer

interface Told {
  readonly file: string
  readonly bytes: number
  readonly size?: PictureSize | undefined
}

function defectOf(read: Read, { file, bytes, size }: Told): PictureDefect | undefined {
  if (bytes === 0) return 'empty'
  const start = read(0, SVG_HEAD).toString('latin1')
  if (start.startsWith('version https://git-lfs.github.com/')) return 'pointer'
  // The comments before an SVG may be long.
  if (isSvg(file)) return size || read(0, LONGEST_PART).includes('<svg') ? undefined : /<html/i.test(start) ? 'page' : 'damaged'
  if (/^[^\w<]{0,9}\s*<(!doctype html|html|head|body)/i.test(start)) return 'page'
  // Browsers recognise a format by its first bytes, not by the ending of its file.
  if (/^(GIF8|\x89PNG|\xff\xd8)/.test(start) || /^RIFF....WEBP/s.test(start)) return size ? undefined : 'damaged'
  return /^(BM|\0\0\x01\0|....ftyp)/s.test(start) ? undefined : 'damaged'
}

/** A part of a picture, as its head describes it. */
interface Part {
  readonly holds: 'size' | 'metadata' | 'other'
  readonly length: number
  /** From its head to that of the next. */
  readonly step: number
}

/** How the parts of a picture follow each other. */
interface Format {
  readonly first: number
  readonly headLength: number
  /** `undefined` if nothing more is to be found. */
  readonly readHead: (head: Buffer) => Part | undefined
  /** The size in the content of a part that holds it. */
  readonly readSize: (content: Buffer, head: Buffer) => PictureSize
}

// Cameras and editors write metadata before the picture itself.
const JPEG: Format = {
  first: 2,
  headLength: 4,
  readHead: (head) => {
    const marker = head[1] ?? 0
    if (head[0] !== 0xff || marker === 0xda || marker === 0xd9) return undefined
    const length = Math.max(head.readUInt16BE(2), 2)
    const isFrame = marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc
    return { holds: isFrame ? 'size' : marker === 0xe1 ? 'metadata' : 'other', length: length - 2, step: 2 + length }
  },
  readSize: (content) => ({ width: content.readUInt16BE(3), height: content.readUInt16BE(1) }),
}

const PNG: Format = {
  first: 8,
  headLength: 8,
  readHead: (head) => {
    const [length, kind] = [head.readUInt32BE(0), head.toString('latin1', 4, 8)]
    if (kind === 'IEND') return undefined
    return { holds: kind === 'IHDR' ? 'size' : kind === 'eXIf' || kind === 'iTXt' ? 'metadata' : 'other', length, step: 12 + length }
  },
  readSize: (content) => ({ width: content.readUInt32BE(0), height: content.readUInt32BE(4) }),
}

const WEBP: Format = {
  first: 12,
  headLength: 8,
  readHead: (head) => {
    const [length, kind] = [head.readUInt32LE(4), head.toString('latin1', 0, 4)]
    const holds = kind.startsWith('VP8') ? 'size' : kind === 'EXIF' || kind === 'XMP ' ? 'metadata' : 'other'
    return { holds, length, step: 8 + length + (length % 2) }
  },
  readSize: (content, head) => {
    const kind = head.toString('latin1', 0, 4)
    if (kind === 'VP8X') return { width: content.readUIntLE(4, 3) + 1, height: content.readUIntLE(7, 3) + 1 }
    if (kind === 'VP8 ') return { width: content.readUInt16LE(6) & 0x3fff, height: content.readUInt16LE(8) & 0x3fff }
    const bits = content.readUInt32LE(1)
    return { width: (bits & 0x3fff) + 1, height: ((bits >> 14) & 0x3fff) + 1 }
  },
}

// A GIF has its size in its header, and no metadata with a location.
function factsOf(read: Read): PictureFacts {
  const head = read(0, 12)
  if (head.length < 12) return { hasLocation: false }
  if (head.toString('latin1', 0, 4) === 'GIF8')
    return { size: positive({ width: head.readUInt16LE(6), height: head.readUInt16LE(8) }), hasLocation: false }
  if (head.readUInt16BE(0) === 0xffd8) {
    const { size, isTurned, hasLocation } = walk(read, JPEG)
    return { size: size && isTurned ? { width: size.height, height: size.width } : size, hasLocation }
  }
  if (head.readUInt32BE(0) === 0x89504e47) return walk(read, PNG)
  return head.toString('latin1', 8, 12) === 'WEBP' ? walk(read, WEBP) : { hasLocation: false }
}

function walk(read: Read, { first, headLength, readHead, readSize }: Format): PictureFacts & { readonly isTurned: boolean } {
  let size: PictureSize | undefined
  let isTurned = false
  let hasLocation = false
  for (let at = first, count = 0; count < MOST_PARTS; count += 1) {
    const head = read(at, headLength)
    const part = head.length < headLength ? undefined : readHead(head)
    if (!part) break
    // In all formats the size is in the first ten bytes, and no complete image is shorter.
    const start = part.holds === 'size' && !size ? read(at + headLength, 10) : undefined
    if (start?.length === 10) size = positive(readSize(start, head))
    if (part.holds === 'metadata') {
      const facts = readMetadata(read(at + headLength, part.length))
      isTurned ||= facts.isTurned
      hasLocation ||= facts.hasLocation
    }
    at += part.step
  }
  return { size, isTurned, hasLocation }
}

function positive(size: PictureSize): PictureSize | undefined {
  return size.width > 0 && size.height > 0 ? size : undefined
}

// Exif starts with its name in some images and with its byte order in others; XMP is always written with this prefix, as an
// attribute or as an element.
function readMetadata(content: Buffer): ReturnType<typeof readExif> {
  if (content.toString('latin1', 0, 4) === 'Exif') return readExif(content.subarray(6))
  if (/^(II|MM)/.test(content.toString('latin1', 0, 2))) return readExif(content)
  return { isTurned: false, hasLocation: content.includes('exif:GPSLatitude') && content.includes('exif:GPSLongitude') }
}
