import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { expect, test } from 'vitest'
import { launchChromium } from '../support/chromium.ts'
import { serveBuilt, serveDev } from './serve-site.ts'
import { watchPage } from './watch-page.ts'

test('an old address leads to the deck and keeps the slide: built, from disk, in development, and without a script', async () => {
  const root = mkdtempSync(path.join(os.tmpdir(), 'hedgerow-aliases-'))
  writeFileSync(path.join(root, 'talk.md'), '---\ntype: slide\naliases: /old/name\n---\n\n# A\n\n---\n\n# B\n')
  const [built, dev, browser] = await Promise.all([serveBuilt(root), serveDev(root), launchChromium()])
  for (const site of [built.url, `${pathToFileURL(built.folder).href}/`, dev.url]) {
    const { page, faults } = await watchPage(await browser.newContext(), new URL(site).origin === 'null' ? 'file://' : new URL(site).origin)
    await page.goto(`${site}old/name.html#/1`)
    await page.waitForURL(`${site}talk.html#/b`)
    await page.waitForFunction(() => document.querySelector('section.present')?.textContent.trim() === 'B')
    expect(faults).toEqual([])
    await page.context().close()
  }
  const context = await browser.newContext({ javaScriptEnabled: false })
  const page = await context.newPage()
  await page.goto(`${built.url}old/name.html`)
  await page.waitForURL(`${built.url}talk.html`)
  await browser.close()
  await Promise.all([built.close(), dev.close()])
  rmSync(root, { recursive: true })
})
