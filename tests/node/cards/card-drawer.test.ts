import path from 'node:path'
import { decode, type BufferRet } from 'jpeg-js'
import { PNG } from 'pngjs'
import { describe, expect, test } from 'vitest'
import { brandColours } from '../../../src/core/pages/brand-colours.ts'
import type { CardPicture, PreviewCard } from '../../../src/core/pages/preview-card/preview-card.ts'
import { CARD_SIZE, cardTree } from '../../../src/core/pages/preview-card/card-tree.ts'
import { panelSvg } from '../../../src/core/pages/preview-card/panel-svg.ts'
import { readCardFont } from '../../../src/node/cards/card-font.ts'
import { coverPicture, logoPicture } from '../../../src/node/cards/card-picture.ts'
import { type CardJob, openCardDrawer } from '../../../src/node/cards/card-drawer.ts'
import { makeFolder } from '../../support/make-folder.ts'
import { exif, segment } from '../../support/make-pictures.ts'

const font = readCardFont()
const look = { colours: brandColours(undefined) }
const plain: PreviewCard = { site: 'Our talks', title: 'Größe', date: '1. Mai 2024', day: '1', headings: ['Łódź'], description: '' }

const picturedBy = (picture: CardPicture | undefined): CardJob => ({
  plain: cardTree(plain, look),
  pictured: picture && { tree: cardTree(plain, look, 'picture'), panel: { svg: panelSvg(look.colours, picture), picture } },
})

async function draw(job: CardJob, cache?: string): Promise<Buffer> {
  const drawn = await openCardDrawer(font, cache)(job)
  if ('problem' in drawn) throw new Error(drawn.problem)
  return drawn.jpeg
}

// Of one colour, with a value for each of the three.
function pngOf(width: number, height: number, ...colour: readonly [number, number, number]): Buffer {
  const png = new PNG({ width, height })
  for (let at = 0; at < png.data.length; at += 4) png.data.set([...colour, 255], at)
  return PNG.sync.write(png)
}

const colourAt = ({ data }: BufferRet, x: number, y: number) => [...data.subarray((y * CARD_SIZE.width + x) * 4).subarray(0, 3)]

// Of a site without a brand.
const GROUND = [250, 248, 242]

// Compression changes colours a little.
const isLike = (colour: readonly number[], wanted: readonly number[]) =>
  colour.every((value, index) => Math.abs(value - (wanted[index] ?? 0)) < 4)

/** Whether all pixels of a rectangle have the colour of the ground. */
function isEmpty(card: BufferRet, [left, right]: readonly [number, number], [top, bottom]: readonly [number, number]): boolean {
  for (let y = top; y < bottom; y += 1) for (let x = left; x < right; x += 1) if (!isLike(colourAt(card, x, y), GROUND)) return false
  return true
}

describe('a card', () => {
  test('is a picture of its size, and of the same bytes each time', async () => {
    const tree = cardTree(plain, look)
    const jpeg = await draw({ plain: tree })
    const { width, height } = decode(jpeg)
    expect({ width, height }).toEqual(CARD_SIZE)
    expect((await draw({ plain: tree })).equals(jpeg)).toBe(true)
  })

  test.each([
    ['a long title', 'A title with a great many words that nobody can read from the back of a room '.repeat(4)],
    ['a long word', 'Donaudampfschifffahrtsgesellschaft'.repeat(9)],
    ['a title of wide letters', 'WWWW MMMM '.repeat(9)],
  ])('with %s keeps its margins', async (_, title) => {
    const card = decode(await draw({ plain: cardTree({ ...plain, title, site: title, headings: [title, title, title, title] }, look) }))
    expect(isEmpty(card, [800, 840], [0, 630])).toBe(true)
    expect(isEmpty(card, [0, 70], [0, 630])).toBe(true)
    expect(isEmpty(card, [0, 840], [0, 70])).toBe(true)
    expect(isEmpty(card, [0, 840], [568, 630])).toBe(true)
  })

  test('shows the picture of the deck', async () => {
    const root = makeFolder({ 'a.png': pngOf(800, 600, 200, 30, 40) })
    const card = decode(await draw(picturedBy(coverPicture(root, 'a.png'))))
    expect(isLike(colourAt(card, 1100, 300), [200, 30, 40])).toBe(true)
    expect(isLike(colourAt(card, 700, 10), GROUND)).toBe(true)
  })

  test('shows the middle of a wide picture, and nothing of it outside the panel', async () => {
    const png = new PNG({ width: 1200, height: 600 })
    for (let at = 0; at < png.data.length; at += 4) {
      const x = (at / 4) % 1200
      png.data.set(x < 400 ? [200, 0, 0, 255] : x < 800 ? [0, 200, 0, 255] : [0, 0, 200, 255], at)
    }
    const root = makeFolder({ 'a.png': PNG.sync.write(png) })
    const card = decode(await draw(picturedBy(coverPicture(root, 'a.png'))))
    for (const x of [848, 1020, 1192]) expect(isLike(colourAt(card, x, 300), [0, 200, 0])).toBe(true)
    expect(isLike(colourAt(card, 830, 600), GROUND)).toBe(true)
  })

  test('shows the colours of the panel where a picture is transparent', async () => {
    const png = new PNG({ width: 800, height: 600 })
    png.data.set([0, 0, 0, 255])
    const root = makeFolder({ 'a.png': PNG.sync.write(png) })
    const card = decode(await draw(picturedBy(coverPicture(root, 'a.png'))))
    const tile = decode(await draw(picturedBy(undefined)))
    expect(colourAt(card, 1100, 20)).toEqual(colourAt(tile, 1100, 20))
  })

  test('shows a picture of one colour, too', async () => {
    const root = makeFolder({ 'a.png': pngOf(800, 600, 255, 255, 255) })
    const drawn = await openCardDrawer(font, undefined)(picturedBy(coverPicture(root, 'a.png')))
    expect(drawn).not.toHaveProperty('pictureProblem')
  })

  test('is drawn without a picture that turns out to be damaged, which is said each time', async () => {
    const cache = path.join(makeFolder(), 'cards')
    const root = makeFolder({ 'a.png': pngOf(800, 600, 200, 30, 40).subarray(0, 60) })
    const job = picturedBy(coverPicture(root, 'a.png'))
    const jpeg = await draw({ plain: job.plain }, cache)
    for (let count = 0; count < 2; count += 1)
      expect(await openCardDrawer(font, cache)(job)).toEqual({ jpeg, pictureProblem: 'it is damaged' })
  })

  test('is drawn without a picture that stops resvg', async () => {
    const filter = '<filter id="a" x="-1e9" y="-1e9" width="1e10" height="1e10"><feGaussianBlur stdDeviation="1e9"/></filter>'
    const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9">${filter}<path filter="url(#a)" d="M0 0h9v9z"/></svg>`
    const source = `data:image/svg+xml;base64,${Buffer.from(svg).toString('base64')}`
    const drawer = openCardDrawer(font, undefined)
    const drawn = await drawer(picturedBy({ source, width: 800, height: 600 }))
    expect(drawn).toEqual({ jpeg: await draw({ plain: cardTree(plain, look) }), pictureProblem: 'resvg has stopped (unreachable)' })
  })

  test('is drawn once', async () => {
    const cache = path.join(makeFolder(), 'cards')
    const jpeg = await draw({ plain: cardTree(plain, look) }, cache)
    const broken = { ...font, files: [] }
    const drawer = openCardDrawer(broken, cache)
    expect(await drawer({ plain: cardTree(plain, look) })).toEqual({ jpeg })
    expect(await drawer({ plain: cardTree({ ...plain, title: 'Other' }, look) })).toHaveProperty('problem')
  })
})

test('the font has the letters of western and Polish texts, and no emoji', () => {
  for (const character of 'aäßéŁŹ–„“…€&') expect(font.canDraw(character), character).toBe(true)
  for (const character of '🎉日ع') expect(font.canDraw(character), character).toBe(false)
})

describe('of pictures in the folder of decks, a card shows', () => {
  const isShown = (name: string, bytes: Buffer | string) => coverPicture(makeFolder({ [name]: bytes }), name) !== undefined
  const jpeg = (orientation: number) =>
    Buffer.concat([
      Buffer.from([0xff, 0xd8]),
      segment(0xe1, 'Exif\0\0', exif('x', orientation)),
      segment(0xc0, [8, 600 >> 8, 600 & 255, 800 >> 8, 800 & 255, 3]),
      Buffer.from([0xff, 0xda, 0, 2, 0xff, 0xd9]),
    ])

  test.each([
    ['a PNG', 'a.png', pngOf(800, 600, 1, 2, 3), true],
    ['one with the ending of a JPEG', 'a.jpg', pngOf(800, 600, 1, 2, 3), true],
    ['a JPEG', 'a.jpg', jpeg(1), true],
    ['no JPEG that must be turned', 'a.jpg', jpeg(3), false],
    ['no icon', 'a.png', pngOf(64, 64, 1, 2, 3), false],
    ['no banner', 'a.png', pngOf(1600, 300, 1, 2, 3), false],
    ['no text', 'a.png', 'text', false],
    ['no SVG', 'a.png', '<svg xmlns="http://www.w3.org/2000/svg" width="800" height="600"/>', false],
    ['no WebP', 'a.webp', Buffer.from('RIFF....WEBPVP8 ', 'latin1'), false],
  ])('%s', (_, name, bytes, expected) => {
    expect(isShown(name, bytes)).toBe(expected)
  })

  test('none of more pixels than memory has room for, or outside the folder', () => {
    const bomb = pngOf(800, 600, 1, 2, 3)
    bomb.writeUInt32BE(60_000, 16)
    bomb.writeUInt32BE(60_000, 20)
    expect(isShown('a.png', bomb)).toBe(false)
    expect(coverPicture(makeFolder(), '../a.png')).toBeUndefined()
    expect(coverPicture(makeFolder(), 'none.png')).toBeUndefined()
  })
})

test('a logo may be an SVG that says its size', () => {
  const folder = makeFolder({
    'a.svg': '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 20"/>',
    'b.svg': '<svg xmlns="http://www.w3.org/2000/svg"/>',
    'sub/c.svg': '',
  })
  expect(logoPicture(folder, 'a.svg')).toMatchObject({ width: 40, height: 20 })
  expect(logoPicture(folder, 'b.svg')).toBeUndefined()
  expect(logoPicture(path.join(folder, 'sub'), '../a.svg')).toBeUndefined()
})
