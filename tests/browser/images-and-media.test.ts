import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { launchChromium } from '../support/chromium.ts'
import { writeFiles } from '../support/make-folder.ts'
import { serveBuilt, type ServedSite } from './serve-site.ts'
import { watchPage } from './watch-page.ts'

// A label in the manner of mermaid, one of draw.io with its fallback, and both hostile.
const drawing = (content: string) =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="200" height="100" viewBox="0 0 200 100">${content}</svg>`
const label = (attack = '') =>
  drawing(
    `<g transform="translate(10,10)"><foreignObject width="180" height="80"><div xmlns="http://www.w3.org/1999/xhtml" style="background: rgb(255, 0, 0); width: 180px; height: 80px"><span class="nodeLabel"><p>Start<br/>here</p></span>${attack}</div></foreignObject></g>`,
  )
const ATTACK =
  '<script>document.title="pwned"</script><img src="https://evil.example/x.png" onerror="document.title=\'pwned\'"/><iframe src="https://evil.example/"></iframe><a href="https://evil.example/">a</a><style>@import "https://evil.example/x.css";</style>'

let browser: Browser
let root: string
let site: ServedSite & { readonly folder: string }

beforeAll(async () => {
  browser = await launchChromium()
  root = mkdtempSync(path.join(os.tmpdir(), 'hedgerow-media-'))
  writeFiles(root, {
    'talk.md': [
      '---\ntitle: Talk\ntype: slide\n---\n\n![a label](label.svg)',
      '![attack](attack.svg)',
      '# Heading ![gone](gone.png =200x100)\n\ntext ![gone too](gone.png) <!-- .element: class="fragment" -->',
      '<video><source src="clip.webm"><source src="clip.mp4"><track src="clip.vtt"></video>\n\n![a clip](clip.mp4)',
      '[data](data.csv)',
      '## <img src="https://a.example/logo.png" alt="logo" width="60"> Heading\n\n| ![icon](gone.png =24x24) | ![flat](gone.png =300x40) |\n|-|-|',
    ].join('\n\n---\n\n'),
    'site.yaml': 'singleFile: true\n',
    'label.svg': label(),
    'attack.svg': label(ATTACK),
    'clip.mp4': 'no video',
    'clip.webm': 'no video',
    'clip.vtt': 'WEBVTT\n',
    'data.csv': 'a,b\n',
    'unlinked.csv': 'secret\n',
  })
  site = await serveBuilt(root)
})

afterAll(async () => {
  await browser.close()
  await site.close()
  rmSync(root, { recursive: true })
})

const ready = () => document.querySelector('.viewer') !== null

// The colour of an image three quarters to the right and down, as the browser paints it on the page.
async function colourOf(page: Page, selector: string): Promise<string> {
  const picture = (await page.locator(selector).screenshot()).toString('base64')
  const blank = await page.context().newPage()
  const colour = await blank.evaluate(async (content) => {
    const image = new Image()
    image.src = `data:image/png;base64,${content}`
    await image.decode()
    const canvas = document.createElement('canvas')
    ;[canvas.width, canvas.height] = [image.width, image.height]
    const context = canvas.getContext('2d')
    context?.drawImage(image, 0, 0)
    return String(
      context
        ?.getImageData(image.width * 0.75, image.height * 0.75, 1, 1)
        .data.slice(0, 3)
        .join(),
    )
  }, picture)
  await blank.close()
  return colour
}

describe('a drawing whose words are HTML', () => {
  test.each(['talk.html', 'talk.read.html', 'talk.single.html'])('shows them in %s, and nothing of an attack', async (name) => {
    const context = await browser.newContext()
    const { page, faults } = await watchPage(context, new URL(site.url).origin)
    for (const [place, alt] of ['a label', 'attack'].entries()) {
      await page.goto(`${site.url}${name}#/${place}`)
      expect(await colourOf(page, `img[alt="${alt}"]`)).toBe('255,0,0')
    }
    expect(await page.title()).not.toContain('pwned')
    expect(faults).toEqual([])
    await context.close()
  })

  test('is a document in which nothing runs or loads', async () => {
    const context = await browser.newContext()
    const { page, faults } = await watchPage(context, new URL(site.url).origin)
    await page.goto(`${site.url}attack.svg`)
    expect(await page.evaluate(() => document.querySelectorAll('script, img, iframe, a, style, parsererror, [onerror]').length)).toBe(0)
    expect(await page.evaluate(() => document.querySelector('foreignObject')?.textContent)).toContain('Starthere')
    // The browser asks for an icon.
    expect(faults.filter((fault) => !fault.includes('404'))).toEqual([])
    await context.close()
  })
})

test('the card of a missing image has its own text size, the size of the image, and is its step', async () => {
  const page = await browser.newPage()
  await page.goto(`${site.url}talk.html#/2`)
  await page.waitForFunction(ready)
  const cards = await page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('.present .absent')].map((card) => ({
      font: getComputedStyle(card).fontSize,
      width: card.offsetWidth,
      height: card.offsetHeight,
      isStep: card.classList.contains('fragment'),
    })),
  )
  expect(cards).toHaveLength(2)
  expect(cards[0]).toMatchObject({ width: 200, height: 100, isStep: false })
  expect(cards[1]).toMatchObject({ font: cards[0]?.font, isStep: true })
  await page.close()
})

test('the card of a missing image that is too small for text is a box of its size, which has the text as its name', async () => {
  const page = await browser.newPage()
  await page.goto(`${site.url}talk.html#/5`)
  await page.waitForFunction(ready)
  const cards = await page.locator('.present .absent').evaluateAll((all) =>
    all.map((each) => {
      const card = each as HTMLElement
      return [card.offsetWidth, card.offsetHeight, card.scrollHeight - card.clientHeight, getComputedStyle(card).fontSize]
    }),
  )
  expect(cards).toEqual([
    [60, 45, 0, '0px'],
    [24, 24, 0, '0px'],
    [300, 40, 0, '0px'],
  ])
  expect(await page.getByRole('link', { name: 'logo (image on a.example)' }).getAttribute('title')).toBe('logo (image on a.example)')
  await page.close()
})

test('media have controls and their files, and a link to data downloads it', async () => {
  const context = await browser.newContext()
  const { page } = await watchPage(context, new URL(site.url).origin)
  await page.goto(`${site.url}talk.html#/3`)
  await page.waitForFunction(ready)
  expect(await page.evaluate(() => [...document.querySelectorAll('video')].map((video) => video.controls))).toEqual([true, true])
  expect(['clip.mp4', 'clip.webm', 'clip.vtt', 'data.csv'].map((file) => readFileSync(path.join(site.folder, file), 'utf8'))).toHaveLength(
    4,
  )
  expect(() => readFileSync(path.join(site.folder, 'unlinked.csv'))).toThrow()
  await page.goto(`${site.url}talk.html#/4`)
  const [download] = await Promise.all([page.waitForEvent('download'), page.click('text=data')])
  expect(download.suggestedFilename()).toBe('data.csv')
  await context.close()
})
