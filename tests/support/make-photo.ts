import { deflateSync } from 'node:zlib'
import sharp from 'sharp'
import { bytesOf, chunk } from './make-pictures.ts'

/** A picture like a photo: a JPEG of noise, the same each time. */
export async function makePhoto(width: number, height: number): Promise<Buffer> {
  const small = Buffer.from(Array.from({ length: 64 * 48 * 3 }, (_, index) => (index * index * 7919) % 251))
  return sharp(small, { raw: { width: 64, height: 48, channels: 3 } })
    .resize(width, height, { fit: 'fill' })
    .jpeg({ quality: 98 })
    .toBuffer()
}

/** A black PNG of any size, which is small. */
export function makeBlack(width: number, height: number): Buffer {
  const head = Buffer.alloc(13)
  head.writeUInt32BE(width, 0)
  head.writeUInt32BE(height, 4)
  head[8] = 1
  const rows = deflateSync(Buffer.alloc((Math.ceil(width / 8) + 1) * height))
  return bytesOf('\x89PNG\r\n\x1a\n', chunk('IHDR', head), chunk('IDAT', rows), chunk('IEND'))
}
