/** Reads bytes of a picture; fewer than wanted at its end. */
export type Read = (at: number, length: number) => Buffer

/** A segment of a JPEG, a chunk of a PNG or a WebP, a block of a GIF. A picture may declare any lengths for its parts. */
export interface PicturePart {
  /** A marker of a JPEG or a label of a GIF in hexadecimal, or the name of a chunk. */
  readonly kind: string
  readonly at: number
  readonly contentAt: number
  /** Of its content. */
  readonly length: number
  /** Where the next part is. */
  readonly end: number
}

/** How the parts of a picture follow each other; ends where that cannot be told any more. */
export type PartsOf = (read: Read) => Generator<PicturePart>

/** The format of a picture by its first 12 bytes, which is how browsers recognise it. */
export function formatOf(head: Buffer): 'jpeg' | 'png' | 'gif' | 'webp' | 'heif' | undefined {
  const start = head.toString('latin1', 0, 12)
  if (start.startsWith('\xff\xd8')) return 'jpeg'
  if (start.startsWith('\x89PNG')) return 'png'
  if (start.startsWith('GIF8')) return 'gif'
  if (/^RIFF....WEBP/s.test(start)) return 'webp'
  return /^....ftyp/s.test(start) ? 'heif' : undefined
}

const START_OF_IMAGE = 0xd8
const END_OF_IMAGE = 0xd9
const START_OF_SCAN = 0xda

/** Segments, and after the head of each scan its data, as `scan`. The last one is `d9`. */
export function* jpegParts(read: Read): Generator<PicturePart> {
  for (let at = nextMarker(read, 2); ;) {
    const head = read(at, 4)
    const marker = head[1] ?? START_OF_IMAGE
    const kind = marker.toString(16)
    if (marker === START_OF_IMAGE) return
    if (marker === END_OF_IMAGE) return yield { kind, at, contentAt: at + 2, length: 0, end: at + 2 }
    const length = head.length < 4 ? 0 : head.readUInt16BE(2)
    if (length < 2) return
    const end = at + 2 + length
    yield { kind, at, contentAt: at + 4, length: length - 2, end }
    at = nextMarker(read, end)
    if (marker === START_OF_SCAN) yield { kind: 'scan', at: end, contentAt: end, length: at - end, end: at }
  }
}

const WINDOW = 64 * 1024

// Decoders skip what is between segments. A marker of the data of a scan is preceded by its restart markers and by zeros after 0xff.
function nextMarker(read: Read, from: number): number {
  for (let start = from; ;) {
    const bytes = read(start, start === from ? 2 : WINDOW)
    for (let at = bytes.indexOf(0xff); at !== -1 && at < bytes.length - 1; at = bytes.indexOf(0xff, at + 1)) {
      const code = bytes[at + 1] ?? 0
      if (code > 0x01 && code !== 0xff && (code < 0xd0 || code > 0xd7)) return start + at
    }
    if (bytes.length < 2) return start + bytes.length
    start += bytes.length - 1
  }
}

/** The last one is `IEND`. */
export function* pngParts(read: Read): Generator<PicturePart> {
  for (let at = 8; ;) {
    const head = read(at, 8)
    const kind = head.toString('latin1', 4, 8)
    if (!/^[A-Za-z]{4}$/.test(kind)) return
    const length = head.readUInt32BE(0)
    const end = at + 12 + length
    yield { kind, at, contentAt: at + 8, length, end }
    if (kind === 'IEND') return
    at = end
  }
}

/** The chunks of a WebP file, or those from `first` on. */
export function* webpParts(read: Read, first = 12): Generator<PicturePart> {
  for (let at = first; ;) {
    const head = read(at, 8)
    if (head.length < 8) return
    const length = head.readUInt32LE(4)
    const end = at + 8 + length + (length % 2)
    yield { kind: head.toString('latin1', 0, 4), at, contentAt: at + 8, length, end }
    at = end
  }
}

const GIF_EXTENSION = 0x21
const GIF_IMAGE = 0x2c
const GIF_END = 0x3b

/** Extensions, named by their label, and images: `2c`. The last one is `3b`. */
export function* gifParts(read: Read): Generator<PicturePart> {
  for (let at = 13 + colourTable(read(10, 1)[0]); ;) {
    const head = read(at, 10)
    const [start, label = 0] = head
    if (start === GIF_END) return yield { kind: '3b', at, contentAt: at + 1, length: 0, end: at + 1 }
    // Some programs write zeros between blocks.
    if (start === 0) at += 1
    else if (start === GIF_EXTENSION || start === GIF_IMAGE) {
      const kind = (start === GIF_IMAGE ? start : label).toString(16).padStart(2, '0')
      const contentAt = start === GIF_IMAGE ? at + 11 + colourTable(head[9]) : at + 2
      const end = afterBlocks(read, contentAt)
      yield { kind, at, contentAt, length: end - contentAt, end }
      at = end
    } else return
  }
}

function colourTable(flags = 0): number {
  return flags & 0x80 ? 3 * 2 ** ((flags & 7) + 1) : 0
}

// Each block starts with its length, and one without content ends them.
function afterBlocks(read: Read, from: number): number {
  for (let at = from; ;) {
    const length = read(at, 1)[0]
    // The file is cut off: the end is behind it.
    if (length === undefined) return at + 1
    at += 1 + length
    if (length === 0) return at
  }
}
