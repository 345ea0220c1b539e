import { mkdtempSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { fill, LANGUAGES } from '../../src/core/i18n/words-in.ts'
import { launchChromium } from '../support/chromium.ts'
import { writeFiles } from '../support/make-folder.ts'
import { openTalk } from './open-talk.ts'
import { serveBuilt, type ServedSite } from './serve-site.ts'

// Pages speak the language of the site, whatever the browser asks for.
const OTHER = 'fr-FR'

let browser: Browser
let root: string
let site: ServedSite

beforeAll(async () => {
  browser = await launchChromium()
  root = mkdtempSync(path.join(os.tmpdir(), 'hedgerow-languages-'))
})

afterAll(async () => {
  await browser.close()
  rmSync(root, { recursive: true })
})

describe.each(Object.entries(LANGUAGES))('a site in %s', (lang, words) => {
  beforeAll(async () => {
    writeFiles(root, {
      [`${lang}/site.yaml`]: `lang: ${lang}\nsingleFile: true\n`,
      [`${lang}/talk.md`]: `---\ntype: slide\nlang: ${lang}\ndate: 2024-02-01\n---\n\n# One\n\n![gone](https://a.example/b.png)\n\nNote: Hello\n\n---\n\n# Two\n`,
    })
    site = await serveBuilt(path.join(root, lang))
  })

  afterAll(() => site.close())

  test('is so on the index, in the reading view and on the page for addresses without one', async () => {
    const page = await browser.newPage({ locale: OTHER })
    await page.goto(site.url)
    expect(await page.textContent('.filter label')).toBe(words.index.filter)
    expect(await page.textContent('.decks')).toContain(fill(words.index.slides, 2))
    await page.goto(`${site.url}talk.read.html`)
    expect(await page.textContent('.hr-contents summary')).toBe(words.reading.contents)
    expect(await page.textContent('footer')).toContain(fill(words.downloads.single, '').replace('()', '').trim())
    await page.goto(`${site.url}404.html`)
    expect(await page.textContent('main')).toContain(words.index.noSuchPage)
    await page.close()
  })

  test('is so around a deck, and its keys are named in lines that fit', async () => {
    const page = await browser.newPage({ locale: OTHER, viewport: { width: 1280, height: 800 } })
    await page.goto(`${site.url}talk.html`)
    await page.waitForSelector('.viewer', { state: 'attached' })
    expect(await page.getAttribute('.viewer-help', 'aria-label')).toBe(words.viewer.help)
    expect(await page.textContent('.slides .absent')).toBe(`gone (${fill(words.viewer.elsewhere, 'a.example')})`)
    await page.keyboard.press('?')
    expect(await page.textContent('dialog h2')).toBe(words.viewer.help)
    const tooWide = await page.$$eval('dialog dd', (items) => items.filter((item) => item.scrollWidth > item.clientWidth + 1).length)
    expect(tooWide).toBe(0)
    await page.close()
  })

  test('is so in the speaker view, whose tools are in one row', async () => {
    const { context, speaker, faults } = await openTalk(browser, `${site.url}talk.html`, { locale: OTHER })
    expect(await speaker.getAttribute('html', 'lang')).toBe(lang)
    expect(await speaker.textContent('.status')).toBe(words.stage.connected)
    expect(
      await speaker.$$eval('.tools button', (buttons) => new Set(buttons.map((button) => button.getBoundingClientRect().top)).size),
    ).toBe(1)
    expect(faults).toEqual([])
    await context.close()
  })
})

test('a deck in another language than its site has the interface of the site, and its file on its own that of the deck', async () => {
  writeFiles(root, {
    'mixed/site.yaml': 'lang: de\nsingleFile: true\n',
    'mixed/talk.md': '---\ntype: slide\nlang: en\n---\n\n# One\n',
  })
  site = await serveBuilt(path.join(root, 'mixed'))
  const page = await browser.newPage({ locale: OTHER })
  const helpAt = async (address: string) => {
    await page.goto(site.url + address)
    await page.waitForSelector('.viewer', { state: 'attached' })
    const named = await page.$eval('.viewer-help', (button) => [button.closest('[lang]')?.getAttribute('lang'), button.ariaLabel])
    return [...named, await page.getAttribute('html', 'lang')]
  }
  expect(await helpAt('talk.html')).toEqual(['de', LANGUAGES.de.viewer.help, 'en'])
  expect(await helpAt('talk.single.html')).toEqual(['en', LANGUAGES.en.viewer.help, 'en'])
  await page.close()
  await site.close()
})
