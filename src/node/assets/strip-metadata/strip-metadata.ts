import { formatOf } from '../picture-parts.ts'
import { stripGif } from './strip-gif.ts'
import { stripHeif } from './strip-heif.ts'
import { stripJpeg } from './strip-jpeg.ts'
import { stripPng } from './strip-png.ts'
import { stripWebp } from './strip-webp.ts'

const STRIP = { jpeg: stripJpeg, png: stripPng, gif: stripGif, webp: stripWebp, heif: stripHeif } as const

/**
 * A picture without what describes it: location, camera, names, comments, previews. The image data stay as they are, with their
 * orientation and colour profile. Other files, damaged pictures, and those without metadata are returned as they are.
 */
export function stripMetadata(bytes: Uint8Array): Uint8Array {
  const picture = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)
  const format = picture.length < SHORTEST ? undefined : formatOf(picture.subarray(0, SHORTEST))
  const stripped = format && STRIP[format](picture)
  return stripped && !stripped.equals(picture) ? stripped : bytes
}

// All formats can be told by this many bytes.
const SHORTEST = 12
