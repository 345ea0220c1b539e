import { closeSync, openSync, readSync } from 'node:fs'
import { exifTellsPlace } from './exif-place.ts'

// A picture may say anything about the lengths of its parts.
const MOST_PARTS = 2000
const LONGEST_PART = 256 * 1024

type Read = (at: number, length: number) => Buffer

/** Whether a picture says where it was taken: JPEG, PNG and WebP, in Exif or XMP. Reads no more than it needs. */
export function picturePlace(file: string): boolean {
  if (!/\.(jpe?g|png|webp)$/i.test(file)) return false
  try {
    const handle = openSync(file, 'r')
    try {
      const read: Read = (at, length) => {
        const bytes = Buffer.alloc(Math.min(length, LONGEST_PART))
        return bytes.subarray(0, readSync(handle, bytes, 0, bytes.length, at))
      }
      return tellsPlace(read)
    } finally {
      closeSync(handle)
    }
  } catch {
    // Copying the file says what is wrong with it.
    return false
  }
}

function tellsPlace(read: Read): boolean {
  const head = read(0, 12)
  if (head.length < 12) return false
  if (head.readUInt16BE(0) === 0xffd8) return jpegTellsPlace(read)
  if (head.readUInt32BE(0) === 0x89504e47) return pngTellsPlace(read)
  return head.toString('latin1', 8, 12) === 'WEBP' && webpTellsPlace(read)
}

// Camera and editor write before the picture itself.
function jpegTellsPlace(read: Read): boolean {
  for (let at = 2, part = 0; part < MOST_PARTS; part += 1) {
    const head = read(at, 4)
    if (head.length < 4 || head[0] !== 0xff || head[1] === 0xda || head[1] === 0xd9) return false
    const length = head.readUInt16BE(2)
    if (head[1] === 0xe1) {
      const segment = read(at + 4, length - 2)
      if (segment.toString('latin1', 0, 4) === 'Exif' ? exifTellsPlace(segment.subarray(6)) : xmpTellsPlace(segment)) return true
    }
    at += 2 + Math.max(length, 2)
  }
  return false
}

function pngTellsPlace(read: Read): boolean {
  for (let at = 8, part = 0; part < MOST_PARTS; part += 1) {
    const head = read(at, 8)
    if (head.length < 8) return false
    const length = head.readUInt32BE(0)
    const kind = head.toString('latin1', 4, 8)
    if (kind === 'eXIf' && exifTellsPlace(read(at + 8, length))) return true
    if (kind === 'iTXt' && xmpTellsPlace(read(at + 8, length))) return true
    if (kind === 'IEND') return false
    at += 12 + length
  }
  return false
}

function webpTellsPlace(read: Read): boolean {
  for (let at = 12, part = 0; part < MOST_PARTS; part += 1) {
    const head = read(at, 8)
    if (head.length < 8) return false
    const length = head.readUInt32LE(4)
    const kind = head.toString('latin1', 0, 4)
    const content = kind === 'EXIF' || kind === 'XMP ' ? read(at + 8, length) : Buffer.alloc(0)
    if (kind === 'EXIF' && exifTellsPlace(content.toString('latin1', 0, 4) === 'Exif' ? content.subarray(6) : content)) return true
    if (kind === 'XMP ' && xmpTellsPlace(content)) return true
    at += 8 + length + (length % 2)
  }
  return false
}

// Always written with this prefix, as an attribute or as an element.
function xmpTellsPlace(content: Buffer): boolean {
  return content.includes('exif:GPSLatitude') && content.includes('exif:GPSLongitude')
}
