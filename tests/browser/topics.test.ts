import { mkdtempSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { launchChromium } from '../support/chromium.ts'
import { writeFiles } from '../support/make-folder.ts'
import { accessibleNames } from './accessible-names.ts'
import { bringAxe, runAxe, WCAG } from './run-axe.ts'
import { serveBuilt, serveDev, type ServedSite } from './serve-site.ts'
import { watchPage } from './watch-page.ts'

const call = (own: string) =>
  `---\ntype: slide\n---\n\n# Call\n\n---\n\n# Team IaaS\n\n* ${own}\n\n----\n\n## About ${own}\n\n---\n\n# Team Ops\n\nText\n\n---\n\n# Only ${own}\n`
const FILES = {
  'site.yaml': 'title: Calls\nbrand: scs\n',
  ...Object.fromEntries(
    ['20231214', '20240104', '20240111', '20240118', '20240201'].map((day, index) => [`${day}.md`, call(`Item ${index}`)]),
  ),
}

let browser: Browser
let root: string
let site: ServedSite

beforeAll(async () => {
  browser = await launchChromium()
  root = mkdtempSync(path.join(os.tmpdir(), 'hedgerow-topics-'))
  writeFiles(root, FILES)
  site = await serveBuilt(root)
})
afterAll(async () => {
  await browser.close()
  await site.close()
  rmSync(root, { recursive: true })
})

test('a topic is followed over the decks that have it, from the page of all topics to a slide', async () => {
  const context = await browser.newContext({ viewport: { width: 1280, height: 720 } })
  await bringAxe(context)
  const { page, faults } = await watchPage(context, new URL(site.url).origin)
  await page.goto(`${site.url}hedgerow/topics/index.html`)
  expect(await page.textContent('h1')).toBe('Topics')
  expect(await page.locator('.topic-all a').allTextContents()).toEqual([
    'Team IaaS December 2023 – February 20245/5',
    'Team Ops December 2023 – February 20245/5',
  ])
  expect(await runAxe(page, { include: ['html'] }, WCAG)).toMatchObject({ violations: [] })
  await page.click('.topic-all a')
  await page.waitForURL(/team-iaas\.html$/)
  const sentence = 'In 5 of 5 decks, December 14, 2023 to February 1, 2024'
  expect(await page.textContent('.band p')).toBe(sentence)
  expect(await page.getAttribute('.topic-strip[role=img]', 'aria-label')).toBe(sentence)
  expect(await page.locator('.topic h2, .topic h3').allTextContents()).toEqual(['2024', 'February', 'January', '2023', 'December'])
  expect(await page.locator('.topic li a').first().textContent()).toBe('1February 1, 2024Item 4 About Item 4Slides 2–3')
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme })
    expect(await runAxe(page, { include: ['html'] }, WCAG)).toMatchObject({ violations: [] })
  }
  for (const width of [320, 390, 900]) {
    await page.setViewportSize({ width, height: 720 })
    expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBeLessThanOrEqual(0)
  }
  const heights = await page.locator('.topic-year li a').evaluateAll((links) => links.map((link) => link.getBoundingClientRect().height))
  expect(Math.min(...heights)).toBeGreaterThanOrEqual(24)
  await page.click('.topic li a')
  await page.waitForURL(`${site.url}20240201.html#/team-iaas`)
  expect(faults).toEqual([])
  await context.close()
})

test('each link to a deck has its whole date in its name', async () => {
  const page = await browser.newPage()
  const days = ['February 1, 2024', 'January 18, 2024', 'January 11, 2024', 'January 4, 2024', 'December 14, 2023']
  const found = async (address: string) => {
    await page.goto(site.url + address)
    const names = await accessibleNames(page, 'link')
    return names.filter((name) => days.some((day) => name.includes(day)))
  }
  const onIndex = await found('index.html')
  expect(onIndex[0]).toBe('Call, February 1, 2024')
  expect(onIndex.slice(1)).toEqual(days.slice(1).map((day) => expect.stringMatching(new RegExp(`^${day} Only Item \\d 5 slides$`))))
  const onTopic = await found('hedgerow/topics/team-iaas.html')
  expect(onTopic).toEqual(days.map((day) => expect.stringMatching(new RegExp(`^${day} Item \\d About Item \\d Slides 2–3$`))))
  expect(await found('404.html')).toHaveLength(3)
  await page.close()
})

test('the pages of topics are there in development, too', async () => {
  const dev = await serveDev(root)
  const answer = await fetch(`${dev.url}hedgerow/topics/team-ops.html`)
  expect(await answer.text()).toContain('<h1>Team Ops</h1>')
  await dev.close()
})
