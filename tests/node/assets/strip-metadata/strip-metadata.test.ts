import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { pictureFacts } from '../../../../src/node/assets/picture-facts.ts'
import { readExif, writeExif } from '../../../../src/node/assets/read-exif.ts'
import { stripMetadata } from '../../../../src/node/assets/strip-metadata/strip-metadata.ts'
import { makeFolder } from '../../../support/make-folder.ts'
import {
  AVIF_CONTENT,
  avif,
  avifWith,
  bytesOf,
  chunk,
  exif,
  gif,
  jpeg,
  png,
  riff,
  riffChunk,
  segment,
  webp,
} from '../../../support/make-pictures.ts'
import { propertyRuns } from '../../../support/property-runs.ts'

const PICTURES = [jpeg, png, webp, gif, avif]
// Long enough to hold a place, and not in any picture.
const marker = fc.string({ unit: fc.constantFrom('A', 'B', 'C', 'D', 'E'), minLength: 12, maxLength: 100 })
const strip = (bytes: Uint8Array) => Buffer.from(stripMetadata(bytes))

describe.each(PICTURES)('$name', ({ name, places, make }) => {
  const plain = make('', [])

  test('without metadata is returned as it is', () => {
    expect(stripMetadata(plain)).toBe(plain)
  })

  test.each(places)('loses what is in this place: %s', (place) => {
    const text = 'A HOME ADDRESS'
    const picture = make(text, [place])
    expect(picture.equals(plain)).toBe(false)
    expect(strip(picture).includes(text)).toBe(false)
  })

  test('loses what is in any places, and nothing else', () => {
    fc.assert(
      fc.property(marker, fc.shuffledSubarray([...places]), (text, wanted) => {
        const picture = make(text, wanted)
        const stripped = stripMetadata(picture)
        expect(Buffer.from(stripped).includes(text)).toBe(false)
        expect(stripMetadata(stripped)).toBe(stripped)
        // The image of an AVIF stays where it is.
        if (name === 'AVIF') expect(Buffer.from(stripped).indexOf(AVIF_CONTENT)).toBe(picture.indexOf(AVIF_CONTENT))
        else expect(stripped).toEqual(plain)
      }),
      propertyRuns(60),
    )
  })

  test('cut off anywhere, loses what is complete, and is stripped only once', () => {
    const picture = make('A HOME ADDRESS', places)
    const wrong = Array.from({ length: picture.length }, (_, length) => {
      const cut = picture.subarray(0, length)
      const stripped = stripMetadata(cut)
      const isClean = stripped === cut || !Buffer.from(stripped).includes('A HOME ADDRESS')
      return isClean && stripMetadata(stripped) === stripped ? [] : [length]
    })
    expect(wrong.flat()).toEqual([])
  })

  test('with any bytes changed, is stripped without a fault, and never grows', () => {
    const picture = make('A HOME ADDRESS', places)
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(picture.length - 1), fc.nat(255)), { minLength: 1, maxLength: 8 }), (changes) => {
        const changed = Buffer.from(picture)
        for (const [at, value] of changes) changed[at] = value
        const copy = Buffer.from(changed)
        const stripped = stripMetadata(changed)
        expect(stripped.length).toBeLessThanOrEqual(changed.length + 256)
        expect(changed.equals(copy)).toBe(true)
        expect(stripMetadata(stripped).length).toBeLessThanOrEqual(stripped.length)
      }),
      propertyRuns(300),
    )
  })
})

describe('a picture that is shown turned', () => {
  const turned = bytesOf('Exif\0\0', exif('A HOME ADDRESS', 6))
  const left = writeExif(6)

  test('stays turned as a JPEG', () => {
    const [start, end] = [
      [0xff, 0xd8],
      [0xff, 0xda, 0, 2, 1, 0xff, 0xd9],
    ]
    const picture = bytesOf(start, segment(0xe1, turned), segment(0xe1, turned), end)
    expect(strip(picture)).toEqual(bytesOf(start, segment(0xe1, 'Exif\0\0', left), end))
  })

  test('stays turned as a PNG', () => {
    const picture = (content: Buffer) =>
      bytesOf([0x89], 'PNG\r\n\x1a\n', chunk('IHDR', Buffer.alloc(13)), chunk('eXIf', content), chunk('IEND'))
    expect(strip(picture(turned.subarray(6)))).toEqual(picture(left))
  })

  test('stays turned as a WebP', () => {
    const picture = (flags: number, ...metadata: readonly Buffer[]) =>
      riff(riffChunk('VP8X', [flags, 0, 0, 0, 39, 0, 0, 29, 0, 0]), riffChunk('VP8 ', [1]), ...metadata)
    expect(strip(picture(0x0c, riffChunk('EXIF', turned), riffChunk('XMP ', 'x')))).toEqual(picture(0x08, riffChunk('EXIF', left)))
  })

  test('stays turned as an AVIF', () => {
    const stripped = strip(avifWith('A HOME ADDRESS', ['Exif'], 6))
    const at = stripped.indexOf('MM\0*')
    expect(readExif(stripped.subarray(at))).toMatchObject({ orientation: 6, hasLocation: false })
    expect(stripped.includes('A HOME ADDRESS')).toBe(false)
    expect(stripMetadata(stripped)).toBe(stripped)
  })
})

describe('a picture with more pixels than its Exif data say', () => {
  const density = {
    resolution: [
      [144, 1],
      [144, 1],
    ],
    size: [20, 15],
  } as const
  const frame = bytesOf(segment(0xc0, [8, 0, 30, 0, 40, 1, 1, 0x11, 0]), segment(0xda, [1]), [1, 0xff, 0xd9])
  const picture = (content: Uint8Array) => bytesOf([0xff, 0xd8], segment(0xe1, 'Exif\0\0', content), frame)

  test('stays as small as its resolution makes it', () => {
    const scaled = picture(writeExif(1, density))
    expect(stripMetadata(scaled)).toBe(scaled)
    expect(readExif(writeExif(6, density))).toEqual({ orientation: 6, hasLocation: false, density })
    const png = (content: Uint8Array) =>
      bytesOf([0x89], 'PNG\r\n\x1a\n', chunk('IHDR', [0, 0, 0, 40, 0, 0, 0, 30, 8, 6, 0, 0, 0]), chunk('eXIf', content), chunk('IEND'))
    expect(stripMetadata(png(bytesOf(writeExif(1, density), 'home')))).toEqual(png(writeExif(1, density)))
  })

  test.each([
    ['has another size', { ...density, size: [40, 30] }],
    [
      'has another resolution',
      {
        ...density,
        resolution: [
          [300, 1],
          [300, 1],
        ],
      },
    ],
  ] as const)('loses them if it %s', (_, other) => {
    expect(stripMetadata(picture(writeExif(1, other)))).toEqual(bytesOf([0xff, 0xd8], frame))
  })
})

test('the location of a picture is found before, and not after', () => {
  const facts = (bytes: Uint8Array, ending: string) => pictureFacts(makeFolder({ [`a.${ending}`]: bytes }))(`a.${ending}`)
  const found = (
    [
      ['jpg', jpeg, 'exif'],
      ['png', png, 'eXIf'],
      ['webp', webp, 'EXIF'],
      ['avif', avif, 'Exif'],
    ] as const
  ).map(([ending, { make }, place]) => {
    const picture = make('A HOME ADDRESS', [place])
    return [facts(picture, ending).hasLocation, facts(stripMetadata(picture), ending).hasLocation]
  })
  expect(found).toEqual(Array.from({ length: 4 }, () => [true, false]))
})

test.each([
  ['nothing', Buffer.alloc(0)],
  ['a text', Buffer.from('# A deck with Exif and GPS')],
  ['a video', bytesOf([0, 0, 0, 20], 'ftypisom', [0, 0, 0, 0], 'mp41', [0, 0, 0, 12], 'udta', 'home')],
  ['a damaged JPEG', bytesOf([0xff, 0xd8], segment(0xfe, 'home'), [0xff, 0xe1, 0, 1], Buffer.alloc(20))],
  ['a damaged GIF', bytesOf(gif.make('home', ['comment']).subarray(0, -1), Buffer.alloc(20, 0x99))],
])('%s is returned as it is', (_, bytes) => {
  expect(stripMetadata(bytes)).toBe(bytes)
})

test('a view of other bytes is stripped without them', () => {
  const all = new Uint8Array(bytesOf('before', jpeg.make('home', ['comment']), 'after'))
  expect(stripMetadata(all.subarray(6, -5))).toEqual(jpeg.make('', []))
})

describe('lengths that a picture only claims to have', () => {
  const within = (work: () => void) => {
    const start = process.cpuUsage().user
    work()
    expect((process.cpuUsage().user - start) / 1e6).toBeLessThan(5)
  }

  test.each([
    ['extents without a length', [0x00, 0x00], [0, 0, 0, 0, 0xff, 0xff]],
    ['extents up to the end', [0x40, 0x00], [0, 2, 0, 0, 0, 1, 0, 0, 0, 0]],
    ['many items', [0x44, 0x00], [0, 2, 0, 0, 0, 0]],
  ])('an AVIF with %s', (_, sizes, entry) => {
    const entries = Buffer.concat(Array.from({ length: 65_535 }, () => Buffer.from(entry)))
    const iloc = bytesOf([0, 0, 0, 0], 'iloc', [0, 0, 0, 0], sizes, [0xff, 0xff], entries)
    iloc.writeUInt32BE(iloc.length)
    const meta = bytesOf([0, 0, 0, 0], 'meta', [0, 0, 0, 0], iloc)
    meta.writeUInt32BE(meta.length)
    const picture = bytesOf([0, 0, 0, 16], 'ftypavif', [0, 0, 0, 0], meta, Buffer.alloc(1_000_000, 1))
    within(() => expect(stripMetadata(picture).length).toBeLessThanOrEqual(picture.length))
  })

  test('a PNG of a million parts', () => {
    const picture = bytesOf([0x89], 'PNG\r\n\x1a\n', Buffer.alloc(12_000_000, chunk('tIME')), chunk('IEND'))
    within(() => expect(stripMetadata(picture)).toHaveLength(20))
  })
})

const { HEDGEROW_CORPUS: corpus } = process.env

describe.skipIf(corpus === undefined)('pictures of real decks (set HEDGEROW_CORPUS)', () => {
  test('have no location left, and the same size', () => {
    const root = path.join(corpus ?? '.', 'community-call')
    const pictures = readdirSync(root).filter((file) => /\.(png|jpe?g)$/.test(file))
    expect(pictures.length).toBeGreaterThan(0)
    const folder = makeFolder(Object.fromEntries(pictures.map((file) => [file, stripMetadata(readFileSync(path.join(root, file)))])))
    const [before, after] = [pictureFacts(root), pictureFacts(folder)]
    expect(pictures.some((file) => before(file).hasLocation)).toBe(true)
    for (const file of pictures) expect(after(file)).toEqual({ ...before(file), hasLocation: false })
  })
})
