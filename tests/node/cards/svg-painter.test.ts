import { createRequire } from 'node:module'
import { expect, test } from 'vitest'
import { openSvgPainter, PAINTER } from '../../../src/node/cards/svg-painter.ts'

const svg = (content: string) => `<svg xmlns="http://www.w3.org/2000/svg" width="20" height="20">${content}</svg>`
const SQUARE = '<path d="M0 0h20v20H0z"/>'
// The filter has no room in any memory.
const ENDLESS = svg(
  '<filter id="a" x="-1e9" y="-1e9" width="1e10" height="1e10"><feGaussianBlur stdDeviation="1e9"/></filter><path filter="url(#a)" d="M0 0h9v9z"/>',
)

// After some 1500 such pictures, an instance of resvg paints nothing any more.
test('a picture that stops resvg is refused with its reason, and the next has an instance of its own', async () => {
  const require = createRequire(import.meta.url)
  const instance = () => require.cache[require.resolve(PAINTER)]
  const paint = openSvgPainter()
  const black = await paint(svg(SQUARE))
  expect([...black.subarray(0, 4)]).toEqual([0, 0, 0, 255])
  const first = instance()
  expect(await paint(svg(SQUARE))).toEqual(black)
  expect(instance()).toBe(first)
  for (let count = 0; count < 3; count += 1) await expect(paint(ENDLESS)).rejects.toThrow('resvg has stopped (unreachable)')
  expect(await paint(svg(SQUARE))).toEqual(black)
  expect(instance()).not.toBe(first)
})

test('a picture that is no SVG is refused', async () => {
  await expect(openSvgPainter()('<svg')).rejects.toThrow('SVG')
})
