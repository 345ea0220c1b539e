import { appendFileSync, mkdirSync, mkdtempSync, renameSync, rmSync, unlinkSync, utimesSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { Worker } from 'node:worker_threads'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { packageFolder, THEMES } from '../../src/node/package/package-paths.ts'
import { readClientBundle } from '../../src/node/package/client-bundle.ts'
import { bundleClient } from '../../src/bundle/bundle-client.ts'
import { openLiveClient } from '../../src/dev/live-client.ts'
import { launchChromium } from '../support/chromium.ts'
import { clientFolder } from '../support/client-folder.ts'
import { makeFolder, writeFiles } from '../support/make-folder.ts'
import { serveDev, type ServedSite } from './serve-site.ts'

const deck = (words: string, options = '') =>
  `---\ntype: slide\ntitle: A talk\nslideOptions:\n  transition: none\n${options}---\n\n# One\n\n${words}\n\n---\n\n# Two\n`

let browser: Browser
let context: BrowserContext
let root: string
let site: ServedSite

const write = (file: string, text: string) => writeFiles(root, { [file]: text })

beforeAll(async () => {
  browser = await launchChromium()
})

afterAll(() => browser.close())

beforeEach(async () => {
  root = makeFolder()
  write('talk.md', deck('Words of One.'))
  context = await browser.newContext()
})

afterEach(async () => {
  await context.close()
  await site.close()
})

async function open(address: string): Promise<Page> {
  const page = await context.newPage()
  await page.goto(site.url + address)
  await page.waitForFunction(async () => (await navigator.locks.query()).held?.some(({ name }) => name === 'hedgerow-changes'))
  return page
}

const says = (page: Page, text: string) => page.waitForFunction((wanted) => document.body.textContent.includes(wanted), text)
const panel = (page: Page, text: string) =>
  page.waitForFunction((wanted) => document.querySelector('.hedgerow-panel')?.shadowRoot?.textContent.includes(wanted), text)
const shows = (page: Page, text: string) =>
  page.waitForFunction((wanted) => document.querySelector('.slides section.present:not(.stack)')?.textContent.includes(wanted), text)

test('a folder that goes and comes back: each page says so, and is there again by itself', async () => {
  site = await serveDev(root)
  const [talk, index, reading] = [await open('talk.html'), await open(''), await open('talk.read.html')]
  await talk.waitForSelector('.reveal[data-fitted]')
  await talk.evaluate(() => Object.assign(window, { isSame: true }))
  renameSync(root, `${root}-away`)
  await panel(talk, 'the decks folder cannot be read: it is not there')
  await shows(talk, 'Words of One.')
  await says(index, 'the decks folder cannot be read: it is not there')
  await says(reading, 'the decks folder cannot be read: it is not there')
  const fresh = await context.newPage()
  expect((await fresh.goto(`${site.url}other.html`))?.status()).toBe(503)
  await says(fresh, 'the decks folder cannot be read')
  mkdirSync(root)
  write('talk.md', deck('Words that came back.'))
  write('other.md', deck('Words of another.'))
  await shows(talk, 'Words that came back.')
  await panel(talk, 'No problems')
  await index.waitForSelector('.decks a[href="other.html"]')
  await says(reading, 'Words that came back.')
  await shows(fresh, 'Words of another.')
  expect(await talk.evaluate(() => 'isSame' in window)).toBe(true)
  write('talk.md', deck('Edited after that.'))
  await shows(talk, 'Edited after that.')
})

test('a deck that cannot be read is on the index with its error, and leads to it', async () => {
  site = await serveDev(root)
  const index = await open('')
  write('new.md', '---\ntype: slide\ntitle: [\n---\n\n# New\n')
  write('talk.md', deck('One.').replace('A talk', '[A talk'))
  await index.waitForFunction(() => document.querySelectorAll('.decks .problem').length === 2)
  expect(await index.locator('.decks > li').count()).toBe(2)
  await index.click('.decks a[href="new.html"]')
  await says(index, 'the front matter is not valid YAML')
  await index.goBack()
  write('new.md', deck('New.'))
  write('talk.md', deck('One.'))
  await index.waitForFunction(() => document.querySelectorAll('.decks > li').length === 2 && !document.querySelector('.problem'))
})

test('a theme that comes, changes and breaks shows on open pages, which keep the last good one', async () => {
  const holder = mkdtempSync(path.join(os.tmpdir(), 'hedgerow-themes-'))
  const outDir = path.join(holder, 'client')
  const packaged = readClientBundle(clientFolder)
  if (!packaged) throw new Error('run npm run compile first')
  const bundle = async () => {
    await bundleClient({ home: packageFolder, themes: path.join(root, THEMES), outDir })
    const client = readClientBundle(outDir)
    if (!client) throw new Error('there is no bundle')
    return { client, clientFolder: outDir }
  }
  write('talk.md', deck('Words of One.', '  theme: mine\n'))
  site = await serveDev(root, { live: openLiveClient({ client: packaged, clientFolder }, bundle) })
  const page = await open('talk.html')
  await panel(page, '"mine"')
  const colour = (wanted: string) =>
    page.waitForFunction((value) => {
      const heading = document.querySelector('.present h1')
      return heading !== null && getComputedStyle(heading).color === value
    }, wanted)
  const theme = (value: string) => write('themes/mine/theme.css', `:root { --r-heading-color: ${value}; --r-background-color: #fff }\n`)
  theme('rgb(1, 2, 3)')
  await colour('rgb(1, 2, 3)')
  await panel(page, 'No problems')
  theme('rgb(4, 5, 6)')
  await colour('rgb(4, 5, 6)')
  write('themes/mine/theme.css', '@import "other.css";\n')
  await panel(page, 'the themes cannot be bundled')
  await colour('rgb(4, 5, 6)')
  write('talk.md', deck('Edited meanwhile.', '  theme: mine\n'))
  await shows(page, 'Edited meanwhile.')
  theme('rgb(7, 8, 9)')
  await colour('rgb(7, 8, 9)')
  await panel(page, 'No problems')
  rmSync(holder, { recursive: true })
})

// One in a thousand was lost: a watcher of a file lost it when the file was removed and written again twice within a tenth of a second.
test('of 150 edits under load, in all the ways that editors save, the last state is always shown', async () => {
  site = await serveDev(root)
  const page = await open('talk.html')
  await page.waitForSelector('.reveal[data-fitted]')
  const burner = new Worker('for (;;) Math.sqrt(Math.random())', { eval: true })
  const file = path.join(root, 'talk.md')
  const time = new Date()
  const ways: ((text: string) => void)[] = [
    (text) => writeFileSync(file, text),
    (text) => (writeFileSync(file, text.slice(0, 50)), appendFileSync(file, text.slice(50))),
    (text) => (writeFileSync(`${file}~`, text), renameSync(`${file}~`, file)),
    (text) => (unlinkSync(file), writeFileSync(file, text)),
    (text) => (renameSync(file, `${file}.bak`), writeFileSync(file, text), unlinkSync(`${file}.bak`)),
    (text) => (writeFileSync(file, text), utimesSync(file, time, time)),
  ]
  try {
    for (let edit = 0; edit < 150; edit += 1) {
      // Several at once, of which only the last counts, one after the other without a pause, and single ones.
      const burst = edit % 3 === 0 ? 4 : 1
      const words = `Edit ${1000 + edit}.`
      for (let part = 0; part < burst; part += 1) {
        const way = ways[(edit + part) % ways.length] ?? ways[0]
        way?.(deck(part === burst - 1 ? words : `Half ${1000 + edit}.`))
        if (edit % 2 === 0) await new Promise((resolve) => setTimeout(resolve, (edit * 7) % 61))
      }
      await page.waitForFunction((wanted) => document.querySelector('.slides')?.textContent.includes(wanted), words, { timeout: 30_000 })
    }
  } finally {
    await burner.terminate()
  }
  // And stays.
  await new Promise((resolve) => setTimeout(resolve, 4000))
  await shows(page, 'Edit 1149.')
}, 300_000)
