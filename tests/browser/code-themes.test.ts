import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { launchChromium } from '../support/chromium.ts'
import { runAxe } from './run-axe.ts'
import { serveBuilt } from './serve-site.ts'
import type { ServedSite } from './serve-site.ts'

const THEMES = [
  ...'beige black black-contrast blood dracula league moon night serif simple sky solarized white white-contrast scs'.split(' '),
]
const CODE =
  '```js\n// a comment\nimport a from "b"\nconst x = 12 + true\nclass A extends B { f(y) { return `t` } }\n```\n\n```diff\n- old\n+ new\n```\n\n`inline`'

let browser: Browser
let root: string
let site: ServedSite

beforeAll(async () => {
  browser = await launchChromium()
  root = mkdtempSync(path.join(os.tmpdir(), 'hedgerow-themes-'))
  for (const theme of THEMES) writeFileSync(path.join(root, `${theme}.md`), `---\nslideOptions:\n  theme: ${theme}\n---\n\n${CODE}\n`)
  site = await serveBuilt(root)
})

afterAll(async () => {
  await site.close()
  await browser.close()
  rmSync(root, { recursive: true })
})

test.each(THEMES)('code can be read with the theme %s', async (theme) => {
  const context = await browser.newContext({ bypassCSP: true })
  const page = await context.newPage()
  await page.goto(`${site.url}${theme}.html`)
  await page.waitForFunction(() => document.querySelector('.reveal.ready'))
  expect(await runAxe(page, { include: ['pre', 'p > code'] }, ['color-contrast'])).toEqual({ violations: [], passes: 1 })
  await context.close()
})
