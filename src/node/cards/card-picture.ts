import { isSvg } from '../../core/files.ts'
import type { CardPicture } from '../../core/pages/preview-card/preview-card.ts'
import { svgSize } from '../../core/clean/svg-size.ts'
import { pictureFacts } from '../assets/picture-facts.ts'
import { formatOf, jpegParts, type Read } from '../assets/picture-parts.ts'
import { readExif } from '../assets/read-exif.ts'
import { isMachineFault } from '../files/system-errors.ts'
import { readInside } from '../files/read-file.ts'

const LARGEST = 4_000_000
// Decoded, each takes four bytes.
const MOST_PIXELS = 25_000_000
// Smaller ones are logos and icons, and wider or higher ones have little left in the panel of a card.
const LEAST_WIDTH = 400
const LEAST_HEIGHT = 300
const MOST_ELONGATED = 2.5

/** The picture beside the text of a card; `undefined` if it is none that can be drawn well. */
export function coverPicture(root: string, file: string): CardPicture | undefined {
  const picture = readPicture(root, file)
  if (!picture) return undefined
  const { width, height } = picture
  const isLarge = width >= LEAST_WIDTH && height >= LEAST_HEIGHT
  return isLarge && Math.max(width / height, height / width) <= MOST_ELONGATED ? picture : undefined
}

/** The logo in the folder of the site that was built, where SVG files are clean; `undefined` if it is none that can be drawn. */
export function logoPicture(folder: string, file: string): CardPicture | undefined {
  if (!isSvg(file)) return readPicture(folder, file)
  const text = readText(folder, file)
  const size = text === undefined ? undefined : svgSize(text)
  return text === undefined || size === undefined ? undefined : { ...size, source: dataAddress('image/svg+xml', Buffer.from(text)) }
}

function readPicture(root: string, file: string): CardPicture | undefined {
  try {
    const { size, defect } = pictureFacts(root)(file)
    if (!size || defect || size.width * size.height > MOST_PIXELS) return undefined
    const bytes = readInside(root, file, LARGEST)
    const format = formatOf(bytes.subarray(0, 12))
    if (format === 'png') return { ...size, source: dataAddress('image/png', bytes) }
    return format === 'jpeg' && !isTurned(bytes) ? { ...size, source: dataAddress('image/jpeg', bytes) } : undefined
  } catch (cause) {
    if (isMachineFault(cause)) throw cause
    // Copying the file reports what is wrong with it.
    return undefined
  }
}

// A card would show it as it is in the file.
function isTurned(bytes: Buffer): boolean {
  const read: Read = (at, length) => bytes.subarray(at, at + length)
  for (const { kind, contentAt, length } of jpegParts(read)) {
    if (kind === 'da') return false
    if (kind === 'e1' && readExif(read(contentAt, length)).orientation !== 1) return true
  }
  return false
}

function readText(folder: string, file: string): string | undefined {
  try {
    return readInside(folder, file, LARGEST).toString('utf8')
  } catch (cause) {
    if (isMachineFault(cause)) throw cause
    return undefined
  }
}

const dataAddress = (type: string, bytes: Buffer) => `data:${type};base64,${bytes.toString('base64')}`
