import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { deflateSync } from 'node:zlib'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { pictureFacts, type PictureFacts } from '../../../src/node/assets/picture-facts.ts'
import { stripMetadata } from '../../../src/node/assets/strip-metadata/strip-metadata.ts'
import { makeFolder } from '../../support/make-folder.ts'
import { bytesOf, chunk, exif as exifWithLocation, riff, riffChunk } from '../../support/make-pictures.ts'
import { propertyRuns } from '../../support/property-runs.ts'

const fixtures = fileURLToPath(new URL('../../diagnostics/image-location/', import.meta.url))
/** Writes bytes into a picture, and reads what it says. */
function reader(extension: string): (bytes: Buffer) => PictureFacts {
  const file = path.join(makeFolder(), `picture${extension}`)
  return (bytes) => {
    writeFileSync(file, bytes)
    return pictureFacts(path.dirname(file))(path.basename(file))
  }
}

describe.each(['walk.jpg', 'shore.png', 'lake.webp'])('%s', (name) => {
  const bytes = readFileSync(path.join(fixtures, name))

  test('says where it was taken', () => {
    expect(pictureFacts(fixtures)(name)).toMatchObject({ hasLocation: true, size: expect.anything() })
  })

  test('cut off anywhere, is read without a fault', () => {
    const read = reader(path.extname(name))
    for (let length = 0; length < bytes.length; length += 1) expect(read(bytes.subarray(0, length)).hasLocation).toBeTypeOf('boolean')
  })

  test('whatever its lengths say, is read without a fault', () => {
    const read = reader(path.extname(name))
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(bytes.length - 1), fc.integer({ min: 0, max: 255 })), { maxLength: 8 }), (changes) => {
        const changed = Buffer.from(bytes)
        for (const [at, value] of changes) changed[at] = value
        expect(read(changed).hasLocation).toBeTypeOf('boolean')
      }),
      propertyRuns(500),
    )
  })
})

test('Exif without its name says where a picture was taken as well', () => {
  const bytes = readFileSync(path.join(fixtures, 'walk.jpg'))
  const at = bytes.indexOf('Exif')
  const head = bytes.subarray(0, at)
  head.writeUInt16BE(bytes.readUInt16BE(at - 2) - 6, at - 2)
  expect(reader('.jpg')(Buffer.concat([head, bytes.subarray(at + 6)])).hasLocation).toBe(true)
})

test('a camera without a receiver names no location', () => {
  expect(pictureFacts(fixtures)('home.jpg').hasLocation).toBe(false)
})

test('a missing file, and one that is not a picture, says nothing', () => {
  expect(pictureFacts(fixtures)('none.jpg')).toEqual({ isStill: false, hasLocation: false })
  expect(reader('.jpg')(Buffer.from('exif:GPSLatitude exif:GPSLongitude'))).toEqual({
    isStill: false,
    hasLocation: false,
    defect: 'damaged',
  })
})

const PNG = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]
const webp = (chunk: string, content: readonly number[]) => bytesOf('RIFF', [0, 0, 0, 0], 'WEBP', chunk, [10, 0, 0, 0], content)
const exif = (orientation: number) => bytesOf('Exif', [0, 0], 'MM', [0, 42, 0, 0, 0, 8, 0, 1, 1, 0x12, 0, 3, 0, 0, 0, 1, 0, orientation])
const jpeg = (orientation: number) =>
  bytesOf([0xff, 0xd8, 0xff, 0xe1, 0, 30], [...exif(orientation), 0, 0], [0xff, 0xc0, 0, 11, 8, 0, 30, 0, 40, 1, 0, 0, 0], [0xff, 0xda])

test.each<[string, string, Buffer]>([
  ['PNG', '.png', bytesOf(PNG, [0, 0, 0, 13], 'IHDR', [0, 0, 0, 40, 0, 0, 0, 30, 8, 6, 0, 0, 0])],
  ['GIF', '.gif', bytesOf('GIF89a', [40, 0, 30, 0, 0, 0])],
  ['lossy WebP', '.webp', webp('VP8 ', [0, 0, 0, 0x9d, 0x01, 0x2a, 40, 0, 30, 0])],
  ['lossless WebP', '.webp', webp('VP8L', [0x2f, 39, 0x40, 7, 0, 0, 0, 0, 0, 0])],
  ['WebP with metadata', '.webp', webp('VP8X', [0, 0, 0, 0, 39, 0, 0, 29, 0, 0])],
  ['JPEG', '.jpg', jpeg(1)],
  ['SVG', '.svg', Buffer.from('<?xml version="1.0"?><svg viewBox="0 0 40 30"></svg>')],
])('the size of a %s is read', (_, extension, bytes) => {
  expect(reader(extension)(bytes)).toMatchObject({ size: { width: 40, height: 30 }, hasLocation: false })
})

describe('the location of a PNG', () => {
  const xmp = '<x exif:GPSLatitude="51,2N" exif:GPSLongitude="13,4E"/>'
  const hex = exifWithLocation('a camera').toString('hex').replaceAll(/.{72}/g, '$&\n')
  const profile = `\nexif\n      ${hex.length / 2}\n${hex}\n`

  test.each([
    ['XMP', chunk('iTXt', 'XML:com.adobe.xmp\0\0\0\0\0', xmp)],
    ['compressed XMP', chunk('iTXt', 'XML:com.adobe.xmp\0\x01\0\0\0', deflateSync(xmp))],
    ['Exif data as text', chunk('tEXt', 'Raw profile type exif\0', profile)],
    ['Exif data as compressed text', chunk('zTXt', 'Raw profile type APP1\0\0', deflateSync(profile))],
  ])('is found in %s', (_, metadata) => {
    const picture = bytesOf(PNG, chunk('IHDR', Buffer.alloc(13)), metadata, chunk('IEND'))
    expect(reader('.png')(picture).hasLocation).toBe(true)
    expect(reader('.png')(Buffer.from(stripMetadata(picture))).hasLocation).toBe(false)
  })

  test('is not looked for in text that only grows when it is decompressed, or is damaged', () => {
    const picture = (content: Buffer) => bytesOf(PNG, chunk('IHDR', Buffer.alloc(13)), chunk('zTXt', 'Raw profile type exif\0\0', content))
    expect(reader('.png')(picture(deflateSync(Buffer.alloc(50_000_000)))).hasLocation).toBe(false)
    expect(reader('.png')(picture(Buffer.from('no zlib'))).hasLocation).toBe(false)
  })
})

test('the size of a photo is that which browsers show: on its side where the camera says so', () => {
  expect([3, 5, 6, 8].map((orientation) => reader('.jpg')(jpeg(orientation)).size?.width)).toEqual([40, 30, 30, 30])
})

test('a picture without width or height has no size', () => {
  expect(reader('.gif')(bytesOf('GIF89a', [40, 0, 0, 0, 0, 0])).size).toBeUndefined()
})

test('each file is read once', () => {
  const folder = makeFolder()
  const file = path.join(folder, 'a.gif')
  writeFileSync(file, bytesOf('GIF89a', [40, 0, 30, 0, 0, 0]))
  const factsOf = pictureFacts(folder)
  const facts = factsOf('a.gif')
  writeFileSync(file, 'changed')
  expect(factsOf('a.gif')).toBe(facts)
})

test('only a JPEG, PNG or WebP picture without animation is still', () => {
  const size = Buffer.from([0, 0, 0, 1, 0, 0, 0, 1, 8, 6, 0, 0, 0])
  const isStill = (ending: string, content: Buffer) => reader(ending)(content).isStill
  expect(isStill('.png', bytesOf(PNG, chunk('IHDR', size), chunk('IDAT', 'x'), chunk('IEND')))).toBe(true)
  expect(isStill('.png', bytesOf(PNG, chunk('IHDR', size), chunk('acTL', Buffer.alloc(8)), chunk('IDAT', 'x')))).toBe(false)
  expect(isStill('.webp', riff(riffChunk('VP8X', Buffer.alloc(10))))).toBe(true)
  expect(isStill('.webp', riff(riffChunk('VP8X', Buffer.alloc(10)), riffChunk('ANIM', Buffer.alloc(6))))).toBe(false)
  expect(isStill('.gif', bytesOf('GIF89a', [1, 0, 1, 0, 0, 0, 0]))).toBe(false)
  expect(isStill('.svg', bytesOf('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>'))).toBe(false)
})
