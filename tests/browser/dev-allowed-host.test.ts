import { appendFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { launchChromium } from '../support/chromium.ts'
import { makeFolder } from '../support/make-folder.ts'
import { serveDev } from './serve-site.ts'

test('a page under an allowed name is kept up to date, and under another name says what to do', async () => {
  const root = makeFolder({ 'talk.md': '---\ntype: slide\n---\n\n# Hello\n' })
  const site = await serveDev(root, { allowedHosts: ['name.test'] })
  const browser = await launchChromium(['--host-resolver-rules=MAP *.test 127.0.0.1'])
  const { port } = new URL(site.url)
  const page = await browser.newPage()
  try {
    await page.goto(`http://name.test:${port}/talk.html`)
    await page.waitForSelector('.reveal.ready')
    appendFileSync(path.join(root, 'talk.md'), '\nAdded later\n')
    await page.waitForFunction(() => document.body.textContent.includes('Added later'))
    const refused = await page.goto(`http://other.test:${port}/talk.html`)
    expect([refused?.status(), await page.textContent('body')]).toEqual([403, expect.stringContaining('--allowed-hosts other.test')])
  } finally {
    await browser.close()
    await site.close()
  }
})
