import { execFileSync } from 'node:child_process'
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { launchChromium } from '../support/chromium.ts'
import { compareSlides } from '../support/compare-slides.ts'
import { type ReadDeck, readSlides } from '../support/read-slides.ts'
import deviations from '../corpus-deviations.json' with { type: 'json' }

// Real decks, and what HedgeDoc made of them, slide by slide. Both stand outside this repository.
interface Deviation {
  /** Number of the decision in docs/hedgedoc.md that makes the difference. */
  readonly decision: number
  readonly slide: string
  readonly field: string
}

const { HEDGEROW_CORPUS: corpus } = process.env
const references = corpus === undefined ? undefined : path.join(corpus, 'reference')
const ids =
  references !== undefined && existsSync(references)
    ? readdirSync(references, { recursive: true, encoding: 'utf8' })
        .filter((file) => file.endsWith('.json'))
        .map((file) => file.slice(0, -'.json'.length).split(path.sep).join('/'))
        .toSorted()
    : []
const listed: Readonly<Record<string, readonly Deviation[]>> = deviations
const command = fileURLToPath(new URL('../../lib/cli/main.js', import.meta.url))

describe.skipIf(ids.length === 0)('a real deck looks as in HedgeDoc, but for what is listed (set HEDGEROW_CORPUS)', () => {
  let holder: string
  let browser: Browser

  beforeAll(async () => {
    if (corpus === undefined) return
    holder = mkdtempSync(path.join(os.tmpdir(), 'hedgerow-corpus-'))
    const decks = path.join(holder, 'decks')
    cpSync(corpus, decks, { recursive: true, filter: (file) => !file.includes(`${path.sep}reference`) })
    writeFileSync(path.join(decks, 'site.yaml'), 'include: [training]\n')
    // The template, too.
    execFileSync(process.execPath, [command, 'build', 'decks', '--drafts'], { cwd: holder, stdio: 'pipe' })
    browser = await launchChromium()
  })

  afterAll(async () => {
    await browser?.close()
    if (holder !== undefined) rmSync(holder, { recursive: true })
  })

  // With scripting off: what stands in the page, not what reveal.js makes of it.
  async function open(id: string): Promise<ReadDeck> {
    const context = await browser.newContext({ javaScriptEnabled: false })
    try {
      const page = await context.newPage()
      await page.goto(pathToFileURL(path.join(holder, 'dist', `${id}.html`)).href, { waitUntil: 'domcontentloaded' })
      return readSlides(await page.content())
    } finally {
      await context.close()
    }
  }

  test.each(ids)('%s', async (id) => {
    // Recorded in this shape by the tool that made it.
    const reference = JSON.parse(readFileSync(path.join(references ?? '', `${id}.json`), 'utf8')) as ReadDeck
    const built = await open(id)
    const found = compareSlides(reference.slides, built.slides)
    const expected = new Set((listed[id] ?? []).map(({ slide, field }) => `${slide} ${field}`))
    const missed = [...expected].filter((place) => !found.some(({ slide, field }) => `${slide} ${field}` === place))
    expect(found.filter(({ slide, field }) => !expected.has(`${slide} ${field}`))).toEqual([])
    expect(missed, 'these no longer differ: take them off tests/corpus-deviations.json').toEqual([])
  })

  test('every listed deck exists', () => {
    expect(Object.keys(listed).filter((id) => !ids.includes(id))).toEqual([])
  })
})
