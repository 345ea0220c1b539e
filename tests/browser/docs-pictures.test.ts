import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, beforeAll, test, vi } from 'vitest'
import { check } from '../../src/cli/commands/check.ts'
import { escapeHtml } from '../../src/core/escape-html.ts'
import { launchChromium } from '../support/chromium.ts'
import { comparePicture } from './compare-picture.ts'
import { openTalk, speakerAt } from './open-talk.ts'
import { serveBuilt, type ServedSite } from './serve-site.ts'

// The pictures of the documentation show the example site as it is. After a change that is meant: npm run looks.
const fileOf = (name: string) => path.resolve(`docs/pictures/${name}.png`)
const WINDOW = { width: 1120, height: 700 }
const DAY = new Date('2026-09-03T09:00:00Z')

let browser: Browser
let site: ServedSite

beforeAll(async () => {
  browser = await launchChromium()
  site = await serveBuilt(path.resolve('decks'))
})

afterAll(async () => {
  await site.close()
  await browser.close()
})

async function open(address: string, options: BrowserContextOptions = {}): Promise<Page> {
  const context = await browser.newContext({ locale: 'en-GB', reducedMotion: 'reduce', viewport: WINDOW, ...options })
  const page = await context.newPage()
  await page.clock.setFixedTime(DAY)
  await page.goto(site.url + address, { waitUntil: 'networkidle' })
  await page.evaluate(() => document.fonts.ready)
  return page
}

test('the index page, searched', async () => {
  const page = await open('index.html')
  await page.getByRole('searchbox').fill('notes')
  await page.waitForSelector('mark')
  await page.waitForLoadState('networkidle')
  await comparePicture(page, fileOf('search'))
})

test('the index page', async () => {
  await comparePicture(await open('index.html'), fileOf('index'))
})

test('a deck', async () => {
  const page = await open('20260903-community-call.html', { viewport: { width: 960, height: 600 } })
  await page.waitForSelector('.reveal[data-fitted]', { state: 'attached' })
  await comparePicture(page, fileOf('deck'))
})

test('a deck on a phone', async () => {
  const page = await open('guide.html', { viewport: { width: 360, height: 640 }, hasTouch: true, isMobile: true })
  await comparePicture(page, fileOf('phone'))
})

test('the reading view', async () => {
  await comparePicture(await open('guide.read.html'), fileOf('reading-view'))
})

test('the speaker view', async () => {
  const { speaker } = await openTalk(browser, `${site.url}guide.html`, { reducedMotion: 'reduce' }, DAY)
  await speakerAt(speaker, 'Slide 1')
  await speaker.setViewportSize({ width: 1120, height: 660 })
  await comparePicture(speaker, fileOf('speaker-view'))
})

// A style of the terminal begins with its name and ends before its text.
const [BEGIN, TEXT, END] = ['\uE000', '\uE001', '\uE002']

test('a message in a terminal', async () => {
  // As for somebody who has installed the command.
  vi.stubEnv('npm_command', undefined)
  const root = mkdtempSync(path.join(os.tmpdir(), 'hedgerow-terminal-'))
  const lines: string[] = []
  try {
    cpSync('decks', root, { recursive: true })
    const deck = path.join(root, '20260903-community-call.md')
    writeFileSync(deck, readFileSync(deck, 'utf8').replace('theme:', 'tehme:'))
    await check(
      root,
      { format: 'text', only: 'option-unknown' },
      {
        print: (line) => lines.push(line),
        command: (line) => lines.push(line),
        log: (line) => lines.push(line),
        progress: () => undefined,
        paint: (style, text) => `${BEGIN}${style}${TEXT}${text}${END}`,
        columns: 100,
        version: '0.1.0',
      },
    )
  } finally {
    vi.unstubAllEnvs()
    rmSync(root, { recursive: true })
  }
  const html = escapeHtml(lines.join('\n').replaceAll(root, 'decks'))
    .replaceAll(/\uE000(\w+)\uE001/g, '<span class="$1">')
    .replaceAll(END, '</span>')
  const context = await browser.newContext({ viewport: { width: 960, height: 270 } })
  const page = await context.newPage()
  await page.setContent(`<!doctype html><style>
    body { margin: 0; background: #1b1e24; color: #e6e6e6; font: 15px/1.5 "DejaVu Sans Mono", monospace; }
    pre { margin: 0; padding: 20px 24px; white-space: pre-wrap; font: inherit; }
    .prompt, .cyan { color: #7fd1e0; } .red { color: #ff8b80; } .yellow { color: #f0c674; } .dim { color: #a0a6b0; } .bold { font-weight: bold; }
  </style><pre><span class="prompt">$</span> hedgerow check decks\n${html}</pre>`)
  await comparePicture(page, fileOf('terminal'))
})
