import sharp from 'sharp'
import { reasonInLine } from '../files/system-errors.ts'
import type { EncodedPicture, FromEncoder, ToEncoder } from './encoder.ts'

// Lists and the overview, phones, and a slide that fills a large screen.
const WIDTHS = [320, 960, 1920]
// At this quality text on screenshots is as sharp as in AVIF files of the same size.
const QUALITY = 80
// Cameras of phones have up to 50 million pixels, each of which takes four bytes.
const MOST_PIXELS = 60_000_000

// Only encoder.ts starts this file; it passes the number of bytes that it may take. A picture that attacks a decoder reaches only this process.
const memory = Number(process.argv[2])
const say = (message: FromEncoder) => process.send?.(message)
setInterval(() => {
  if (process.memoryUsage.rss() > memory) say({ tooMuch: `${memory / 1e6} MB of memory` })
}, 50).unref()

// Pictures come one at a time.
sharp.cache(false)
sharp.concurrency(1)
sharp.block({ operation: ['VipsForeignLoad'] })
sharp.unblock({ operation: ['VipsForeignLoadJpeg', 'VipsForeignLoadPng', 'VipsForeignLoadWebp'] })

process.on('message', (message: ToEncoder) => {
  encode(Buffer.from(message.bytes)).then(
    (encoded) => say({ encoded }),
    (cause: unknown) => say({ problem: reasonInLine(cause) }),
  )
})

// Without metadata, and with the colours that browsers assume.
async function encode(bytes: Buffer): Promise<EncodedPicture> {
  const options = { limitInputPixels: false, failOn: 'error' } as const
  const head = await sharp(bytes, options).metadata()
  const { width, height } = head.autoOrient
  if (width * height > MOST_PIXELS) throw new Error(`it has more than ${MOST_PIXELS / 1e6} million pixels`)
  const widths = [...WIDTHS.filter((one) => one < width), ...(width <= Math.max(...WIDTHS) ? [width] : [])]
  const copies = []
  for (const one of widths) {
    const content = await sharp(bytes, options).autoOrient().resize({ width: one }).webp({ quality: QUALITY }).toBuffer()
    copies.push({ width: one, content })
  }
  return { width, copies }
}
