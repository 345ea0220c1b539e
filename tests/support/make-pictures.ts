import { crc32, deflateSync } from 'node:zlib'

/** A picture that is made of bytes; metadata are named by where they are. */
export interface MadePicture {
  readonly name: string
  /** Where metadata can be. */
  readonly places: readonly string[]
  /** The picture with this text in all these places. */
  readonly make: (text: string, places: readonly string[]) => Buffer
}

type Bytes = string | readonly number[] | Uint8Array

export const bytesOf = (...parts: readonly Bytes[]): Buffer =>
  Buffer.concat(parts.map((part) => (typeof part === 'string' ? Buffer.from(part, 'latin1') : Buffer.from(part))))

const u16 = (value: number) => [(value >> 8) & 255, value & 255]
const u32 = (value: number) => [...u16(value >>> 16), ...u16(value & 0xffff)]
const little = (value: number) => u32(value).toReversed()

/** Exif data with an orientation, a place, and a text as the name of the camera. */
export function exif(text: string, orientation = 1): Buffer {
  const entry = (tag: number, type: number, count: number, value: readonly number[]) => [...u16(tag), ...u16(type), ...u32(count), ...value]
  const [cameraAt, gpsAt] = [8 + 2 + 3 * 12 + 4, 8 + 2 + 3 * 12 + 4 + text.length]
  return bytesOf(
    'MM',
    [0, 42, ...u32(8), ...u16(3)],
    entry(0x010f, 2, text.length, u32(cameraAt)),
    entry(0x0112, 3, 1, [...u16(orientation), 0, 0]),
    entry(0x8825, 4, 1, u32(gpsAt)),
    [0, 0, 0, 0],
    text,
    u16(1),
    entry(2, 5, 3, u32(gpsAt + 18)),
    [0, 0, 0, 0],
    [50, 1, 3, 1, 7, 1].flatMap((value) => u32(value)),
  )
}

export const segment = (marker: number, ...content: readonly Bytes[]): Buffer => {
  const whole = bytesOf(...content)
  return bytesOf([0xff, marker, ...u16(whole.length + 2)], whole)
}

const jfif = (preview: string) =>
  segment(
    0xe0,
    'JFIF\0',
    [1, 2, 1, 0, 72, 0, 72],
    preview === '' ? [0, 0] : [1, Math.ceil(preview.length / 3)],
    preview.padEnd(Math.ceil(preview.length / 3) * 3),
  )

const JPEG_PLACES: Readonly<Record<string, (text: string) => Buffer>> = {
  exif: (text) => segment(0xe1, 'Exif\0\0', exif(text)),
  xmp: (text) => segment(0xe1, `http://ns.adobe.com/xap/1.0/\0<x:xmpmeta>${text}</x:xmpmeta>`),
  'longer xmp': (text) => segment(0xe1, `http://ns.adobe.com/xmp/extension/\0${text}`),
  'previews of JFIF': (text) => segment(0xe0, 'JFXX\0', [0x10], text),
  mpf: (text) => segment(0xe2, `MPF\0${text}`),
  iptc: (text) => segment(0xed, `Photoshop 3.0\x008BIM\x04\x04${text}`),
  provenance: (text) => segment(0xeb, `JP\0\0${text}`),
  notes: (text) => segment(0xef, text),
  comment: (text) => segment(0xfe, text),
  'comment between garbage': (text) => bytesOf(text, [0xff, 0xff], segment(0xfe, text), text),
}

/** A JPEG of two scans; its colours are stored as its Adobe segment says. */
export const jpeg: MadePicture = {
  name: 'JPEG',
  places: [...Object.keys(JPEG_PLACES), 'preview in JFIF', 'between scans', 'behind the end', 'Adobe'],
  make: (text, places) =>
    bytesOf(
      [0xff, 0xd8],
      jfif(places.includes('preview in JFIF') ? text : ''),
      ...places.map((place) => JPEG_PLACES[place]?.(text) ?? ''),
      segment(0xe2, 'ICC_PROFILE\0', [1, 1], 'profile'),
      segment(0xee, 'Adobe', [0, 100, 0, 0, 0, 0, 1], places.includes('Adobe') ? text : ''),
      segment(0xc2, [8, 0, 30, 0, 40, 1, 1, 0x11, 0]),
      segment(0xda, [1, 1, 0, 0, 0, 0]),
      [1, 2, 0xff, 0, 3, 0xff, 0xd0, 4],
      places.includes('between scans') ? segment(0xfe, text) : '',
      segment(0xc4, [0, 0, 0]),
      segment(0xda, [1, 1, 0, 0, 0, 0]),
      [5, 6, 0xff, 0xd9],
      places.includes('behind the end') ? text : '',
    ),
}

export const chunk = (kind: string, ...content: readonly Bytes[]): Buffer => {
  const named = bytesOf(kind, ...content)
  return bytesOf(u32(named.length - 4), named, u32(crc32(named)))
}

const PNG_START = bytesOf([0x89], 'PNG\r\n', [0x1a, 0x0a])
const pixels = (filter: number) => deflateSync(Buffer.from([filter, 1, 2, 3, 4]))
const PNG_PLACES: Readonly<Record<string, (text: string) => Buffer>> = {
  eXIf: (text) => chunk('eXIf', exif(text)),
  tEXt: (text) => chunk('tEXt', `Author\0${text}`),
  zTXt: (text) => chunk('zTXt', 'Comment\0\0', text),
  iTXt: (text) => chunk('iTXt', `XML:com.adobe.xmp\0\0\0\0\0${text}`),
  tIME: (text) => chunk('tIME', text),
  sPLT: (text) => chunk('sPLT', text),
  caBX: (text) => chunk('caBX', text),
  prVt: (text) => chunk('prVt', text),
}

/** An animated PNG. */
export const png: MadePicture = {
  name: 'PNG',
  places: [...Object.keys(PNG_PLACES), 'before the end', 'in the end', 'behind the end'],
  make: (text, places) =>
    bytesOf(
      PNG_START,
      chunk('IHDR', [0, 0, 0, 1, 0, 0, 0, 1, 8, 6, 0, 0, 0]),
      ...['gAMA', 'cHRM', 'sRGB', 'iCCP', 'cICP', 'sBIT', 'pHYs'].map((kind) => chunk(kind, [1, 2, 3, 4])),
      chunk('acTL', [0, 0, 0, 2, 0, 0, 0, 0]),
      chunk('fcTL', Buffer.alloc(26)),
      ...places.map((place) => PNG_PLACES[place]?.(text) ?? ''),
      chunk('IDAT', pixels(0)),
      chunk('fcTL', Buffer.alloc(26, 1)),
      chunk('fdAT', [0, 0, 0, 2], pixels(0)),
      places.includes('before the end') ? chunk('tEXt', text) : '',
      chunk('IEND', places.includes('in the end') ? text : ''),
      places.includes('behind the end') ? text : '',
    ),
}

export const riffChunk = (kind: string, ...content: readonly Bytes[]): Buffer => {
  const whole = bytesOf(...content)
  return bytesOf(kind, little(whole.length), whole, Buffer.alloc(whole.length % 2))
}
export const riff = (...chunks: readonly (string | Buffer)[]): Buffer => {
  const whole = bytesOf('WEBP', ...chunks)
  return bytesOf('RIFF', little(whole.length), whole)
}

const WEBP_PLACES: Readonly<Record<string, (text: string) => Buffer>> = {
  EXIF: (text) => riffChunk('EXIF', exif(text)),
  'EXIF with its name': (text) => riffChunk('EXIF', 'Exif\0\0', exif(text)),
  'XMP ': (text) => riffChunk('XMP ', text),
  'an unknown chunk': (text) => riffChunk('META', text),
}

/** An animated WebP. */
export const webp: MadePicture = {
  name: 'WebP',
  places: [...Object.keys(WEBP_PLACES), 'in a frame', 'behind the end'],
  make: (text, places) => {
    const flags = 0x32 | (places.some((place) => place.startsWith('EXIF')) ? 8 : 0) | (places.includes('XMP ') ? 4 : 0)
    return bytesOf(
      riff(
        riffChunk('VP8X', [flags, 0, 0, 0, 39, 0, 0, 29, 0, 0]),
        riffChunk('ICCP', 'profile'),
        riffChunk('ANIM', [0, 0, 0, 0, 0, 0]),
        riffChunk(
          'ANMF',
          Buffer.alloc(16),
          riffChunk('ALPH', [1]),
          riffChunk('VP8 ', [1, 2, 3]),
          places.includes('in a frame') ? riffChunk('note', text) : '',
        ),
        ...places.map((place) => WEBP_PLACES[place]?.(text) ?? ''),
      ),
      places.includes('behind the end') ? text : '',
    )
  },
}

const block = (text: string) => bytesOf([text.length], text)
const GIF_PLACES: Readonly<Record<string, (text: string) => Buffer>> = {
  comment: (text) => bytesOf([0x21, 0xfe], block(text), block(text), [0]),
  XMP: (text) => bytesOf([0x21, 0xff, 11], 'XMP DataXMP', block(text), [0]),
  'another program': (text) => bytesOf([0x21, 0xff, 11], 'MGKIPTC0000', block(text), [0]),
  'plain text': (text) => bytesOf([0x21, 0x01], block('123456789012'), block(text), [0]),
  'an unknown extension': (text) => bytesOf([0x21, 0x77], block(text), [0]),
}

/** A GIF that loops. */
export const gif: MadePicture = {
  name: 'GIF',
  places: [...Object.keys(GIF_PLACES), 'in the loop', 'behind the end'],
  make: (text, places) =>
    bytesOf(
      'GIF89a',
      [40, 0, 30, 0, 0x80, 0, 0, 1, 2, 3, 4, 5, 6],
      [0x21, 0xff, 11],
      'NETSCAPE2.0',
      [3, 1, 0, 0],
      places.includes('in the loop') ? block(text) : '',
      [0],
      [0x21, 0xff, 11],
      'ICCRGBG1012',
      block('profile'),
      [0],
      ...places.map((place) => GIF_PLACES[place]?.(text) ?? ''),
      [0x21, 0xf9, 4, 0, 10, 0, 0, 0],
      [0x2c, 0, 0, 0, 0, 40, 0, 30, 0, 0, 2, 2, 0x4c, 1, 0],
      [0x3b],
      places.includes('behind the end') ? text : '',
    ),
}

const box = (kind: string, ...content: readonly Bytes[]): Buffer => {
  const whole = bytesOf(kind, ...content)
  return bytesOf(u32(whole.length + 4), whole)
}
const fullBox = (kind: string, ...content: readonly Bytes[]) => box(kind, [0, 0, 0, 0], ...content)

/** What an AVIF shows. */
export const AVIF_CONTENT = 'the data of the image'

interface AvifItem {
  readonly id: number
  readonly kind: string
  readonly name: string
  readonly content: Buffer
}

/** An AVIF whose Exif data have this orientation. */
export function avifWith(text: string, places: readonly string[], orientation = 1): Buffer {
  const has = (place: string) => (places.includes(place) ? text : '')
  const items: readonly AvifItem[] = [
    { id: 1, kind: 'av01', name: has('the name of an item'), content: bytesOf(AVIF_CONTENT) },
    ...(has('Exif') ? [{ id: 2, kind: 'Exif', name: '', content: bytesOf([0, 0, 0, 0], exif(text, orientation)) }] : []),
    ...(has('XMP') ? [{ id: 3, kind: 'mime', name: `${text}\0application/rdf+xml`, content: bytesOf(text) }] : []),
    ...(has('a preview') ? [{ id: 4, kind: 'av01', name: '', content: bytesOf(text) }] : []),
  ]
  const metaFrom = (start: number): Buffer => {
    const offsets = items.map((_, index) => items.slice(0, index).reduce((sum, { content }) => sum + content.length, start))
    return fullBox(
      'meta',
      fullBox('hdlr', [0, 0, 0, 0], 'pict', Buffer.alloc(12), has('the name of the handler'), [0]),
      fullBox('pitm', u16(1)),
      fullBox('iinf', u16(items.length), ...items.map(({ id, kind, name }) => box('infe', [2, 0, 0, 0], u16(id), u16(0), kind, name, [0]))),
      fullBox(
        'iloc',
        [0x44, 0],
        u16(items.length),
        ...items.map(({ id, content }, index) => bytesOf(u16(id), u16(0), u16(1), u32(offsets[index] ?? 0), u32(content.length))),
      ),
      fullBox('iref', ...items.slice(1).map(({ id }) => box(id === 4 ? 'thmb' : 'cdsc', u16(id), u16(1), u16(1)))),
      box(
        'iprp',
        box('ipco', fullBox('ispe', u32(40), u32(30)), fullBox(has('a description') ? 'udes' : 'free', has('a description'))),
        fullBox('ipma', u32(1), u16(1), [2, 1, 2]),
      ),
      has('in free space') ? box('free', text) : '',
    )
  }
  const before = bytesOf(
    box('ftyp', 'avif', [0, 0, 0, 0], 'mif1'),
    has('an unknown box') ? box('uuid', text) : '',
    has('a movie') ? box('moov', box('trak', box('udta', text)), fullBox('mvhd', text.slice(0, 8).padEnd(8)), box('meta', text)) : '',
  )
  const mdatAt = before.length + metaFrom(0).length
  const mdat = box('mdat', ...items.map(({ content }) => content))
  return bytesOf(before, metaFrom(mdatAt + 8), mdat, has('a box behind the end') && box('mpvd', text), has('behind the end'))
}

export const avif: MadePicture = {
  name: 'AVIF',
  places: [
    'Exif',
    'XMP',
    'a preview',
    'the name of an item',
    'the name of the handler',
    'a description',
    'in free space',
    'an unknown box',
    'a movie',
    'a box behind the end',
    'behind the end',
  ],
  make: (text, places) => avifWith(text, places),
}
