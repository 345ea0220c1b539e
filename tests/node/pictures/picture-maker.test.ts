import { readdirSync } from 'node:fs'
import path from 'node:path'
import sharp from 'sharp'
import { expect, onTestFinished, test } from 'vitest'
import { openEncoder } from '../../../src/node/pictures/encoder.ts'
import { type MadeCopies, openPictureMaker } from '../../../src/node/pictures/picture-maker.ts'
import { makeFolder } from '../../support/make-folder.ts'
import { makeBlack, makePhoto } from '../../support/make-photo.ts'

function open(cache = makeFolder()) {
  const maker = openPictureMaker(cache)
  if (!maker) throw new Error('sharp is not installed')
  onTestFinished(maker.close)
  return (bytes: Buffer, name = 'photo.jpg') => maker.make(name, () => bytes)
}

const copiesOf = (made: MadeCopies) => ('problem' in made ? [] : made.copies)

test('a photo gets copies for a phone and for a large screen, without metadata and the right way up', async () => {
  const make = open()
  const photo = await sharp(await makePhoto(2400, 1600))
    .withMetadata({ orientation: 6 })
    .withExif({ IFD0: { Copyright: 'Mistletoe' } })
    .jpeg({ quality: 98 })
    .toBuffer()
  const copies = copiesOf(await make(photo))
  expect(copies.map(({ path: file, width }) => [file.replace(/[0-9a-f]{16}/, '…'), width])).toEqual([
    ['hedgerow/pictures/…-320.webp', 320],
    ['hedgerow/pictures/…-960.webp', 960],
    ['hedgerow/pictures/…-1600.webp', 1600],
  ])
  for (const { content = Buffer.alloc(0), width } of copies) {
    const { format, exif, orientation, ...size } = await sharp(Buffer.from(content)).metadata()
    expect([format, exif, orientation, size.width, size.height]).toEqual(['webp', undefined, undefined, width, width * 1.5])
    expect(content.length).toBeLessThan(photo.length)
  }
})

test('no copy is wider than 1920 pixels, or than the picture', async () => {
  const make = open()
  const widths = async (width: number) => copiesOf(await make(await makePhoto(width, 300))).map((copy) => copy.width)
  expect([await widths(3000), await widths(1920), await widths(1200), await widths(960), await widths(400)]).toEqual([
    [320, 960, 1920],
    [320, 960, 1920],
    [320, 960, 1200],
    [320, 960],
    [320, 400],
  ])
})

test('copies have the same bytes each time, from the cache too', async () => {
  const [photo, cache] = [await makePhoto(1000, 600), makeFolder()]
  const contentsOf = async (folder: string) => copiesOf(await open(folder)(photo)).map(({ content = [] }) => Buffer.from(content))
  const first = await contentsOf(cache)
  expect(readdirSync(cache)).toHaveLength(1)
  expect(await contentsOf(cache)).toEqual(first)
  expect(await contentsOf(makeFolder())).toEqual(first)
})

test('copies that are larger than the picture are not used', async () => {
  const make = open()
  expect(await make(makeBlack(200, 2000))).toEqual({ copies: [] })
  const small = await sharp(await makePhoto(1900, 600))
    .webp({ quality: 65 })
    .toBuffer()
  const copies = copiesOf(await make(small, 'small.webp'))
  expect(copies.map(({ path: file, width, content }) => [file.replace(/[0-9a-f]{16}/, '…'), width, content !== undefined])).toEqual([
    ['hedgerow/pictures/…-320.webp', 320, true],
    ['hedgerow/pictures/…-960.webp', 960, true],
    ['small.webp', 1900, false],
  ])
})

test.each([
  ['has too many pixels', () => makeBlack(30_000, 30_000), /^it has more than 60 million pixels$/],
  ['is cut off', async () => (await makePhoto(1400, 900)).subarray(0, 20_000), /./],
  ['is none', () => Buffer.from('no picture'), /./],
  ['is an SVG with the name of another', () => Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>'), /./],
])('a picture that %s has no copies, and the next one has', async (_, attack, problem) => {
  const make = open()
  expect(await make(await attack())).toEqual({ problem: expect.stringMatching(problem) })
  expect(copiesOf(await make(await makePhoto(400, 300)))).toHaveLength(2)
})

test('a picture that takes too long or too much memory ends its process, and the next one gets another', async () => {
  const photo = await makePhoto(2000, 1200)
  const slow = openEncoder({ time: 1, memory: 1e9 })
  const large = openEncoder({ time: 60_000, memory: 1e6 })
  onTestFinished(slow.close)
  onTestFinished(large.close)
  await expect(slow.encode(photo)).rejects.toThrow('it takes more than 0.001 seconds')
  await expect(large.encode(photo)).rejects.toThrow('it takes more than 1 MB of memory')
  await expect(large.encode(photo)).rejects.toThrow('it takes more than 1 MB of memory')
})

test('a cache that cannot be written to changes nothing', async () => {
  const file = path.join(makeFolder({ file: '' }), 'file')
  expect(copiesOf(await open(file)(await makePhoto(400, 300)))).toHaveLength(2)
})
