import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { PNG } from 'pngjs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { exportDeck } from './export/export-deck.ts'

const box = (colour: string, more = '') => `<div${more} style="width:400px;height:300px;background:${colour};margin:auto"></div>`
const DECK = `---
slideOptions:
  theme: white
  width: 1600
  height: 900
  center: true
---

<!-- .slide: data-background-color="#00f" -->

${box('#f00', ' class="fragment"')}

----

${box('#f00')}

---

<!-- .slide: data-background-image="green.png" -->

# Three
`

let holder: string

/** A picture of one colour. */
function plain(red: number, green: number, blue: number): Buffer {
  const png = new PNG({ width: 8, height: 8 })
  for (let at = 0; at < png.data.length; at += 4) png.data.set([red, green, blue, 255], at)
  return PNG.sync.write(png)
}

beforeAll(() => {
  holder = mkdtempSync(path.join(os.tmpdir(), 'hedgerow-pictures-'))
  writeFileSync(path.join(holder, 'talk.md'), DECK)
  writeFileSync(path.join(holder, 'green.png'), plain(0, 255, 0))
})

afterAll(() => rmSync(holder, { recursive: true }))

function read(name: string): { readonly size: string; readonly at: (x: number, y: number) => string } {
  const { width, height, data } = PNG.sync.read(readFileSync(path.join(holder, 'export/talk-images', name)))
  const at = (x: number, y: number) => {
    const from = (Math.round(y * (height - 1)) * width + Math.round(x * (width - 1))) * 4
    return data.subarray(from, from + 3).toString('hex')
  }
  return { size: `${width}x${height}`, at }
}

const names = () => readdirSync(path.join(holder, 'export/talk-images')).filter((name) => name.endsWith('.png'))

test('every slide is a picture: in order, in the proportions of the deck, with what is behind it and all its steps, and nothing around it', () => {
  exportDeck(holder, ['talk.md', '--images'])
  expect(names()).toEqual(['01.png', '02.png', '03.png'])
  const [one, two, three] = names().map(read)
  expect([one?.size, two?.size, three?.size]).toEqual(['1920x1080', '1920x1080', '1920x1080'])
  expect([one?.at(0, 0), one?.at(0.5, 0.5), one?.at(1, 1)]).toEqual(['0000ff', 'ff0000', '0000ff'])
  expect([two?.at(0, 0), two?.at(0.5, 0.5), two?.at(1, 1)]).toEqual(['ffffff', 'ff0000', 'ffffff'])
  expect([three?.at(0, 0), three?.at(0.9, 0.9)]).toEqual(['00ff00', '00ff00'])
  // The buttons to other slides stand there on a screen.
  for (let x = 0.9; x <= 1; x += 0.005) for (let y = 0.85; y <= 1; y += 0.005) expect(two?.at(x, y)).toBe('ffffff')
})

test.each([100, 333, 1366, 3840])('a picture is %d pixels wide where that is asked for', (width) => {
  exportDeck(holder, ['talk.md', '--images', '--width', `${width}`])
  expect(names().map((name) => read(name).size)).toEqual([1, 2, 3].map(() => `${width}x${Math.round((width * 9) / 16)}`))
})

test('an upright deck is shown as slides, not as on a phone', () => {
  writeFileSync(path.join(holder, 'upright.md'), '---\nslideOptions:\n  width: 450\n  height: 800\n---\n\n# A\n\n---\n\n# B\n')
  exportDeck(holder, ['upright.md', '--images', '--width', '900'])
  const picture = PNG.sync.read(readFileSync(path.join(holder, 'export/upright-images/02.png')))
  expect([picture.width, picture.height]).toEqual([900, 1600])
})
