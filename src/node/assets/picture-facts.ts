import { readSync } from 'node:fs'
import { svgSize } from '../../core/clean/svg-size.ts'
import { isSvg } from '../../core/files.ts'
import type { PictureDefect, PictureSize } from '../../core/model.ts'
import { once } from '../../core/once.ts'
import { isMachineFault } from '../files/system-errors.ts'
import { withFileInside } from '../files/read-file.ts'
import { heifMetadata } from './heif-metadata.ts'
import { formatOf, jpegParts, type PartsOf, pngParts, type Read, webpParts } from './picture-parts.ts'
import { readExif } from './read-exif.ts'
import { readPngText } from './read-png-text.ts'

/** What is known of a picture without decoding it. */
export interface PictureFacts {
  /** In pixels, as browsers show it; missing if the file does not say it. */
  readonly size?: PictureSize | undefined
  /** It is a JPEG, PNG or WebP picture without animation. */
  readonly isStill: boolean
  /** Its Exif or XMP metadata contain the location where it was taken. */
  readonly hasLocation: boolean
  /** Missing if browsers can probably show it. */
  readonly defect?: PictureDefect | undefined
}

const MOST_PARTS = 2000
const LONGEST_PART = 256 * 1024
const SVG_HEAD = 4 * 1024
const NOTHING: PictureFacts = { isStill: false, hasLocation: false }

/** Reads the facts of the pictures of a folder, each file once and no more of it than is needed. */
export function pictureFacts(root: string): (file: string) => PictureFacts {
  return once((file) => readFacts(root, file))
}

function readFacts(root: string, file: string): PictureFacts {
  try {
    return withFileInside(root, file, ({ handle, size: bytes }) => {
      const read: Read = (at, length) => {
        const bytes = Buffer.allocUnsafe(Math.min(length, LONGEST_PART))
        return bytes.subarray(0, readSync(handle, bytes, 0, bytes.length, at))
      }
      const facts = isSvg(file) ? { ...NOTHING, size: svgSize(read(0, SVG_HEAD).toString('utf8')) } : factsOf(read)
      return { ...facts, defect: defectOf(read, { file, bytes, size: facts.size }) }
    })
  } catch (cause) {
    if (isMachineFault(cause)) throw cause
    // Copying the file reports what is wrong with it.
    return NOTHING
  }
}

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

/** What the parts of a picture contain. */
interface Format {
  readonly partsOf: PartsOf
  readonly holds: (kind: string) => 'size' | 'metadata' | 'animation' | 'image' | 'other'
  /** The size in the content of a part that holds it. */
  readonly readSize: (content: Buffer, kind: string) => PictureSize
}

// Cameras and editors write metadata before the picture itself.
const JPEG: Format = {
  partsOf: jpegParts,
  holds: (kind) => (/^c[^48c]$/.test(kind) ? 'size' : kind === 'e1' ? 'metadata' : kind === 'da' ? 'image' : 'other'),
  readSize: (content) => ({ width: content.readUInt16BE(3), height: content.readUInt16BE(1) }),
}

const PNG_PARTS: Readonly<Record<string, ReturnType<Format['holds']>>> = {
  IHDR: 'size',
  acTL: 'animation',
  eXIf: 'metadata',
  tEXt: 'metadata',
  zTXt: 'metadata',
  iTXt: 'metadata',
}

const PNG: Format = {
  partsOf: pngParts,
  holds: (kind) => PNG_PARTS[kind] ?? 'other',
  readSize: (content) => ({ width: content.readUInt32BE(0), height: content.readUInt32BE(4) }),
}

const WEBP: Format = {
  partsOf: webpParts,
  holds: (kind) => (kind.startsWith('VP8') ? 'size' : /^(EXIF|XMP )$/.test(kind) ? 'metadata' : kind === 'ANIM' ? 'animation' : 'other'),
  readSize: (content, kind) => {
    if (kind === 'VP8X') return { width: content.readUIntLE(4, 3) + 1, height: content.readUIntLE(7, 3) + 1 }
    if (kind === 'VP8 ') return { width: content.readUInt16LE(6) & 0x3fff, height: content.readUInt16LE(8) & 0x3fff }
    const bits = content.readUInt32LE(1)
    return { width: (bits & 0x3fff) + 1, height: ((bits >> 14) & 0x3fff) + 1 }
  },
}

// A GIF has its size in its header.
function factsOf(read: Read): PictureFacts {
  const head = read(0, 12)
  switch (head.length < 12 ? undefined : formatOf(head)) {
    case 'gif':
      return { size: positive({ width: head.readUInt16LE(6), height: head.readUInt16LE(8) }), isStill: false, hasLocation: false }
    case 'jpeg': {
      const { isTurned, ...facts } = walk(read, JPEG)
      const { size } = facts
      return { ...facts, size: size && isTurned ? { width: size.height, height: size.width } : size }
    }
    case 'png':
      return walk(read, PNG)
    case 'webp':
      return walk(read, WEBP)
    case 'heif':
      return { isStill: false, hasLocation: heifMetadata(read).some((content) => readMetadata(content).hasLocation) }
    case undefined:
      return NOTHING
  }
}

function walk(read: Read, { partsOf, holds, readSize }: Format): PictureFacts & { readonly isTurned: boolean } {
  let size: PictureSize | undefined
  let isTurned = false
  let hasLocation = false
  let isStill = true
  let count = 0
  for (const { kind, contentAt, length } of partsOf(read)) {
    const content = holds(kind)
    if (content === 'image' || count === MOST_PARTS) break
    count += 1
    // In all formats the size is in the first ten bytes, and no complete image is shorter.
    const start = content === 'size' && !size ? read(contentAt, 10) : undefined
    if (start?.length === 10) size = positive(readSize(start, kind))
    if (content === 'animation') isStill = false
    if (content === 'metadata') {
      const written = read(contentAt, length)
      const facts = readMetadata(kind.endsWith('Xt') ? readPngText(kind, written) : written)
      isTurned ||= facts.isTurned
      hasLocation ||= facts.hasLocation
    }
  }
  return { size, isTurned, isStill, hasLocation }
}

function positive(size: PictureSize): PictureSize | undefined {
  return size.width > 0 && size.height > 0 ? size : undefined
}

// XMP is always written with this prefix, as an attribute or as an element.
function readMetadata(content: Buffer): { readonly isTurned: boolean; readonly hasLocation: boolean } {
  const { orientation, hasLocation } = readExif(content)
  const isInXmp = content.includes('exif:GPSLatitude') && content.includes('exif:GPSLongitude')
  return { isTurned: orientation >= 5, hasLocation: hasLocation || isInXmp }
}
