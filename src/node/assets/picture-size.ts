import { readSync } from 'node:fs'
import type { PictureSize } from '../../core/model.ts'
import { svgSize } from '../../core/clean/clean-svg.ts'
import { isMachineFault } from '../files/machine-fault.ts'
import { withFileInside } from '../files/read-inside.ts'

const HEADER = 4 * 1024
// Cameras write metadata before the size.
const HEADER_OF_PHOTOS = 256 * 1024

/** Width and height of a picture of a folder in pixels, from its header; `undefined` where it says none. */
export function pictureSize(root: string, file: string): PictureSize | undefined {
  const bytes = readHeader(root, file, HEADER)
  if (!bytes) return undefined
  if (bytes.length > 24 && bytes.readUInt32BE(0) === 0x89504e47) return sized(bytes.readUInt32BE(16), bytes.readUInt32BE(20))
  if (bytes.length > 10 && bytes.toString('latin1', 0, 4) === 'GIF8') return sized(bytes.readUInt16LE(6), bytes.readUInt16LE(8))
  if (bytes.length > 30 && bytes.toString('latin1', 8, 12) === 'WEBP') return webpSize(bytes)
  if (bytes.length > 4 && bytes.readUInt16BE(0) === 0xffd8)
    return jpegSize(bytes) ?? jpegSize(readHeader(root, file, HEADER_OF_PHOTOS) ?? bytes)
  return file.toLowerCase().endsWith('.svg') ? svgSize(bytes.toString('utf8')) : undefined
}

function readHeader(root: string, file: string, length: number): Buffer | undefined {
  try {
    return withFileInside(root, file, ({ handle }) => {
      const bytes = Buffer.allocUnsafe(length)
      return bytes.subarray(0, readSync(handle, bytes, 0, length, 0))
    })
  } catch (cause) {
    if (isMachineFault(cause)) throw cause
    // Copying the file says what is wrong with it.
    return undefined
  }
}

function sized(width: number, height: number): PictureSize | undefined {
  return width > 0 && height > 0 ? { width, height } : undefined
}

function webpSize(bytes: Buffer): PictureSize | undefined {
  const kind = bytes.toString('latin1', 12, 16)
  if (kind === 'VP8X') return sized(bytes.readUIntLE(24, 3) + 1, bytes.readUIntLE(27, 3) + 1)
  if (kind === 'VP8 ') return sized(bytes.readUInt16LE(26) & 0x3fff, bytes.readUInt16LE(28) & 0x3fff)
  if (kind !== 'VP8L') return undefined
  const bits = bytes.readUInt32LE(21)
  return sized((bits & 0x3fff) + 1, ((bits >> 14) & 0x3fff) + 1)
}

function jpegSize(bytes: Buffer): PictureSize | undefined {
  let turned = false
  for (let at = 2; at + 9 < bytes.length;) {
    if (bytes[at] !== 0xff) return undefined
    const marker = bytes[at + 1] ?? 0
    const isFrame = marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc
    if (isFrame) {
      const [height, width] = [bytes.readUInt16BE(at + 5), bytes.readUInt16BE(at + 7)]
      return turned ? sized(height, width) : sized(width, height)
    }
    const length = bytes.readUInt16BE(at + 2)
    if (marker === 0xe1) turned ||= isTurned(bytes.subarray(at + 4, at + 2 + length))
    at += 2 + length
  }
  return undefined
}

// Browsers turn a photo as its camera says: orientations 5 to 8 lie on their side.
function isTurned(segment: Buffer): boolean {
  if (segment.length < 20 || segment.toString('latin1', 0, 4) !== 'Exif') return false
  const tiff = segment.subarray(6)
  const little = tiff.toString('latin1', 0, 2) === 'II'
  const short = (at: number) => (at + 2 > tiff.length ? 0 : little ? tiff.readUInt16LE(at) : tiff.readUInt16BE(at))
  const directory = little ? tiff.readUInt32LE(4) : tiff.readUInt32BE(4)
  for (let entry = 0; entry < Math.min(short(directory), 100); entry += 1) {
    const at = directory + 2 + entry * 12
    if (short(at) === 0x0112) return short(at + 8) >= 5
  }
  return false
}
