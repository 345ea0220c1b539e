import { mkdtempSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { launchChromium } from '../support/chromium.ts'
import { writeFiles } from '../support/make-folder.ts'
import { serveBuilt, type ServedSite } from './serve-site.ts'
import { watchPage } from './watch-page.ts'

let browser: Browser
let root: string
let site: ServedSite

beforeAll(async () => {
  browser = await launchChromium()
  root = mkdtempSync(path.join(os.tmpdir(), 'hedgerow-trusted-types-'))
  writeFiles(root, { 'talk.md': '---\ntype: slide\ndate: 2026-01-31\n---\n\n# Talk\n', 'call.md': '---\ntype: slide\n---\n\n# Call\n' })
  site = await serveBuilt(root)
})

afterAll(async () => {
  await site.close()
  await browser.close()
  rmSync(root, { recursive: true })
})

test.each(['index.html', '404.html', 'talk.read.html'])(
  'no script can make markup of text in %s, and none of ours needs to',
  async (name) => {
    const context = await browser.newContext()
    const { page, faults } = await watchPage(context, new URL(site.url).origin)
    await page.goto(new URL(name, site.url).href)
    if (name === 'index.html') await page.getByRole('searchbox').fill('call')
    expect(faults).toEqual([])
    const outcome = await page.evaluate(() => {
      try {
        document.body.innerHTML = '<p>Markup</p>'
        return 'made'
      } catch (cause) {
        return String(cause)
      }
    })
    expect(outcome).toContain('TrustedHTML')
    await context.close()
  },
)
