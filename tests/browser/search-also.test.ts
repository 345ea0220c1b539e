import { mkdtempSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { launchChromium } from '../support/chromium.ts'
import { writeFiles } from '../support/make-folder.ts'
import { serveBuilt, serveFolders, type ServedSite } from './serve-site.ts'
import { watchPage } from './watch-page.ts'

const deck = (text: string) => `---\ntype: slide\n---\n\n${text}\n`

let browser: Browser
let root: string
let built: readonly Awaited<ReturnType<typeof serveBuilt>>[]
let server: ServedSite

// Two sites that are built apart, one that is older, and one that is not there.
beforeAll(async () => {
  browser = await launchChromium()
  root = mkdtempSync(path.join(os.tmpdir(), 'hedgerow-also-'))
  writeFiles(root, {
    'calls/site.yaml': 'title: Calls\nsearch:\n  also: [/calls/, /trainings/, /older/, /missing/]\n',
    'calls/20240905.md': deck('# Rookify in a call'),
    'calls/20230905.md': deck('# Ceph in a call'),
    'trainings/site.yaml': 'title: "<b>Trainings</b>"\n',
    'trainings/storage/20241003.md': deck('# Start\n\n---\n\n# Rookify in a training'),
    'trainings/20220101.md': deck('# Tin'),
    'older/hedgerow/search/list.js': `(self.hedgerowShards??={}).list='[{"src":"hedgerow/search/2020.a.js"}]'\n`,
  })
  built = await Promise.all(['calls', 'trainings'].map((name) => serveBuilt(path.join(root, name), { chromium: undefined })))
  const [calls = '', trainings = ''] = built.map(({ folder }) => folder)
  server = await serveFolders({ '/calls/': calls, '/trainings/': trainings, '/older/': path.join(root, 'older') })
})
afterAll(async () => {
  await server.close()
  for (const site of built) await site.close()
  await browser.close()
  rmSync(root, { recursive: true })
})

const heading = (page: Page, text: string) =>
  page.waitForFunction((wanted) => document.querySelector('.search h2')?.textContent === wanted, text)
const looked = (page: Page, text: string) =>
  page.waitForFunction((wanted) => document.querySelector('.hits-looked')?.textContent === wanted, text)
const isAbsent = (fault: string) => /404|Failed to load resource/.test(fault)

test('other sites on the server are searched, too, named, and linked to; what is not there is said', async () => {
  const { page, faults, requests } = await watchPage(await browser.newContext(), new URL(server.url).origin)
  await page.goto(`${server.url}calls/`)
  expect(requests.filter((address) => !address.includes('/calls/') || address.includes('/search/'))).toEqual([])
  await page.fill('#filter', 'rookify')
  await heading(page, '2 slides in 2 decks')
  await looked(page, 'Searched: 2024, 2023, 2022. These sites could not be searched: /older/, /missing/.')
  await page.waitForFunction(() => document.querySelector('.hits-status')?.textContent?.includes('/older/, /missing/'))
  expect((await page.locator('.hit-site').allTextContents()).toSorted()).toEqual(['<b>Trainings</b>', 'Calls'])
  const link = page.locator('.hits a', { hasText: 'Rookify in a training' })
  expect(await link.getAttribute('href')).toBe(`${server.url}trainings/storage/20241003.html?mark=rookify#/rookify-in-a-training`)
  await page.fill('#filter', 'ceph')
  await heading(page, '1 slide in 1 deck')
  expect(await page.locator('.hit-site').count()).toBe(0)
  await page.fill('#filter', 'rookify')
  await heading(page, '2 slides in 2 decks')
  await link.click()
  await page.waitForURL(`${server.url}trainings/storage/20241003.html#/rookify-in-a-training`)
  await page.waitForFunction(() => CSS.highlights.has('hr-mark'))
  expect(faults.filter((fault) => !isAbsent(fault))).toEqual([])
  await page.context().close()
})

test('a site whose texts are missing is left out, and its list cannot make the page load another script', async () => {
  const { page, faults, requests } = await watchPage(await browser.newContext(), new URL(server.url).origin)
  const listed = (src: string) =>
    JSON.stringify({ format: 1, title: 'Trainings', shards: [{ src, year: '2025', decks: 1, slides: 1, size: 1 }] })
  let src = 'hedgerow/search/2025.gone.js'
  await page.route('**/trainings/hedgerow/search/list.js', (route) =>
    route.fulfill({ contentType: 'text/javascript', body: `(self.hedgerowShards??={}).list='${listed(src)}'` }),
  )
  await page.goto(`${server.url}calls/?q=rookify`)
  await looked(page, 'Searched: 2024, 2023. These sites could not be searched: /older/, /missing/, Trainings.')
  await heading(page, '1 slide in 1 deck')
  src = '../calls/assets/evil.js'
  await page.reload()
  await looked(page, 'Searched: 2024, 2023. These sites could not be searched: /trainings/, /older/, /missing/.')
  expect(requests.filter((address) => address.includes('evil'))).toEqual([])
  expect(faults.filter((fault) => !isAbsent(fault))).toEqual([])
  await page.context().close()
})

test('from disk, only the own site is searched', async () => {
  const folder = built[0]?.folder ?? ''
  const { page, faults } = await watchPage(await browser.newContext(), 'file://')
  await page.goto(`${pathToFileURL(path.join(folder, 'index.html')).href}?q=rookify`)
  await looked(page, 'Searched: 2024, 2023.')
  expect(faults).toEqual([])
  await page.context().close()
})

test('a site that searches no others has nothing about them in its page', async () => {
  const page = await browser.newPage()
  await page.goto(`${server.url}trainings/`)
  expect(await page.locator('.filter').getAttribute('data-search')).not.toMatch(/also|Trainings/)
  await page.close()
})
