import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { launchChromium } from '../support/chromium.ts'
import { runAxe, WCAG } from './run-axe.ts'
import { serveBuilt, type ServedSite } from './serve-site.ts'
import { watchPage } from './watch-page.ts'

let browser: Browser
let root: string
let site: ServedSite

beforeAll(async () => {
  browser = await launchChromium()
  root = mkdtempSync(path.join(os.tmpdir(), 'hedgerow-copy-'))
  writeFileSync(
    path.join(root, 'deck.md'),
    '---\nlang: en\nslideOptions:\n  theme: white\n---\n\n```js [1|2]\nlet a\nlet b\n```\n\n---\n\n# Next\n',
  )
  writeFileSync(path.join(root, 'long.md'), `---\ntype: slide\n---\n\n\`\`\`js\nlet a = '${'long '.repeat(40)}'\n\`\`\`\n`)
  writeFileSync(path.join(root, 'none.md'), '---\ntype: slide\n---\n\n# `inline`\n')
  site = await serveBuilt(root)
})

afterAll(async () => {
  await site.close()
  await browser.close()
  rmSync(root, { recursive: true })
})

async function open(name: string) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 720 }, locale: 'en-GB' })
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  const watched = await watchPage(context, new URL(site.url).origin)
  await watched.page.goto(`${site.url}${name}.html`)
  await watched.page.waitForFunction(() => document.querySelector('.reveal.ready'))
  return watched
}

test('a button copies code without line numbers, by key, and stays on the slide', async () => {
  const { page, faults } = await open('deck')
  const button = page.getByRole('button', { name: 'Copy code' })
  expect(await button.count()).toBe(1)
  await button.focus()
  await page.keyboard.press('Space')
  await page.waitForFunction(() => document.querySelector('.announcer')?.textContent === 'Code copied')
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe('let a\nlet b')
  expect(new URL(page.url()).hash).not.toContain('1')
  expect((await runAxe(page, { include: ['pre'] }, WCAG)).violations).toEqual([])
  expect(faults).toEqual([])
  await page.emulateMedia({ media: 'print' })
  expect(await page.locator('.viewer-copy').isVisible()).toBe(false)
})

test('Escape hides a button that covers code, until the pointer comes again', async () => {
  const { page } = await open('long')
  const opacity = () => page.$eval('.viewer-copy', (button) => getComputedStyle(button).opacity)
  await page.hover('pre code')
  await expect.poll(opacity).toBe('1')
  await page.keyboard.press('Escape')
  await expect.poll(opacity).toBe('0')
  await page.mouse.move(1, 1)
  await page.hover('pre code')
  await expect.poll(opacity).toBe('1')
  await page.keyboard.press('Escape')
  expect(await page.locator('dialog[open]').count()).toBe(0)
  await page.keyboard.press('Escape')
  await page.waitForSelector('dialog.overview')
})

test('all lines of code with steps are as readable on paper as those of its step', async () => {
  const { page } = await open('deck')
  const colours = () =>
    page.$$eval('.code-line', (lines) => lines.map((line) => getComputedStyle(line.querySelector('[class]') ?? line).color))
  const [shown, quiet] = await colours()
  expect(quiet).not.toBe(shown)
  await page.emulateMedia({ media: 'print' })
  await expect.poll(colours).toEqual([shown, shown])
})

test('it moves nothing, and is not there without code', async () => {
  const { page } = await open('deck')
  const height = () => page.evaluate(() => document.querySelector('pre')?.getBoundingClientRect().height)
  const before = await height()
  await page.evaluate(() => document.querySelector('.viewer-copy')?.remove())
  expect(await height()).toBe(before)
  expect(await (await open('none')).page.locator('.viewer-copy').count()).toBe(0)
})
