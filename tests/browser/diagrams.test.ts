import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openDiagramRenderer } from '../../src/node/diagrams/open-diagram-renderer.ts'
import { launchChromium, openOwnChromium } from '../support/chromium.ts'
import { serveBuilt, serveDev, type ServedSite } from './serve-site.ts'
import { watchPage } from './watch-page.ts'

const fence = (language: string, source: string) => `\`\`\`${language}\n${source}\n\`\`\`\n`
const HOSTILE = `%%{init: {"securityLevel": "loose", "htmlLabels": true, "themeCSS": ".reveal{display:none}"}}%%
graph TD
  A["<img src=https://evil.example/x onerror=alert(1)>"] --> B
  click A href "javascript:alert(1)"`

const decks: Readonly<Record<string, string>> = {
  white: ['# Plain\n', '## Flow\n', fence('mermaid', 'graph TD\n  A[Start] -->|yes| B{Check}\n  B --> C((End))')].join('\n'),
  black: [
    fence('mermaid', 'sequenceDiagram\n  title A call\n  Alice->>Bob: hi'),
    fence('graphviz', 'digraph { a -> b }'),
    fence('flow', 'st=>start: Begin\ne=>end: Done\nst->e'),
    fence('sequence', 'A->B: hello'),
    fence('mermaid', HOSTILE),
  ].join('\n---\n\n'),
}

let browser: Browser
let root: string

beforeAll(async () => {
  browser = await launchChromium()
  root = mkdtempSync(path.join(os.tmpdir(), 'hedgerow-diagrams-'))
  for (const [theme, text] of Object.entries(decks))
    writeFileSync(path.join(root, `${theme}.md`), `---\ntitle: ${theme}\nslideOptions:\n  theme: ${theme}\n---\n\n${text}`)
})

afterAll(async () => {
  await browser.close()
  rmSync(root, { recursive: true })
})

const drawn = (page: Page) =>
  page.waitForFunction(() => document.querySelectorAll('pre.diagram').length === document.querySelectorAll('pre.diagram > svg').length)

const labels = (page: Page) => page.evaluate(() => [...document.querySelectorAll('pre.diagram > svg')].map((svg) => svg.ariaLabel))

const without = (folder: string) => serveBuilt(folder, { chromium: undefined })

describe.each([
  ['by the build', serveBuilt, 0],
  ['in development', serveDev, 0],
  ['in the browser of the viewer', without, 1],
])('diagrams that are drawn %s', (_, serve, scripts) => {
  let site: ServedSite

  beforeAll(async () => {
    site = await serve(root)
  })
  afterAll(() => site.close())

  test('are drawings with a name, and nothing of them runs or asks for anything', async () => {
    const context = await browser.newContext()
    const { page, faults, requests } = await watchPage(context, new URL(site.url).origin)
    const dialogs: string[] = []
    page.on('dialog', (dialog) => dialogs.push(dialog.message()))
    await page.goto(`${site.url}black.html`)
    await page.waitForFunction(() => document.querySelector('.reveal.ready'))
    await drawn(page)
    expect(await labels(page)).toEqual([
      expect.stringMatching(/^A call: .*Bob, Alice/),
      'Graph: a, b',
      'Flowchart: Begin, Done',
      expect.stringMatching(/^Sequence diagram: .*hello/),
      expect.stringMatching(/^Flowchart: /),
    ])
    expect(
      await page.evaluate(() => document.querySelectorAll('.slides img, .slides a, .slides foreignObject, .slides script').length),
    ).toBe(0)
    expect(await page.evaluate(() => getComputedStyle(document.querySelector('.reveal') ?? document.body).display)).toBe('block')
    expect([...faults, ...dialogs]).toEqual([])
    expect(requests.filter((url) => url.includes('mermaid'))).toHaveLength(scripts)
    await context.close()
  })

  test('fit their slide, and their words can be read on light and dark', async () => {
    for (const theme of Object.keys(decks)) {
      const page = await browser.newPage({ viewport: { width: 1280, height: 720 } })
      await page.goto(`${site.url}${theme}.html`)
      await page.waitForFunction(() => document.querySelector('.reveal.ready'))
      await drawn(page)
      const found = await page.evaluate(() => {
        const svg = document.querySelector('.slides section.present pre.diagram > svg')
        const slide = document.querySelector('.slides')?.getBoundingClientRect()
        const text = svg?.querySelector('text')
        if (!svg || !slide || !text) return undefined
        const box = svg.getBoundingClientRect()
        return {
          isInside: box.left >= slide.left && box.right <= slide.right && box.top >= slide.top && box.bottom <= slide.bottom,
          background: getComputedStyle(svg.parentElement ?? svg).backgroundColor,
          isLegible: text.getBoundingClientRect().height > 14,
        }
      })
      expect(found).toEqual({ isInside: true, background: 'rgb(255, 255, 255)', isLegible: true })
      await page.close()
    }
  })
})

test('a page without diagrams asks for nothing of them', async () => {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'hedgerow-plain-'))
  writeFileSync(path.join(folder, 'plain.md'), '---\ntype: slide\n---\n\n# Plain\n')
  const site = await without(folder)
  const { page, requests } = await watchPage(await browser.newContext(), new URL(site.url).origin)
  await page.goto(`${site.url}plain.html`)
  await page.waitForFunction(() => document.querySelector('.reveal.ready'))
  expect(requests.filter((url) => url.includes('mermaid'))).toEqual([])
  await page.context().close()
  await site.close()
  rmSync(folder, { recursive: true })
})

describe('Chromium, as the build uses it', () => {
  const open = (limit?: number) => {
    const cache = mkdtempSync(path.join(os.tmpdir(), 'hedgerow-drawings-'))
    const diagramRenderer = openDiagramRenderer({ chromium: openOwnChromium(), cache, ...(limit === undefined ? {} : { limit }) })
    const draw = (tool: 'mermaid' | 'abc', source: string) =>
      diagramRenderer.draw({ tool, source, time: 60_000 }).then(({ drawing }) => drawing)
    return { draw, close: () => diagramRenderer.close().then(() => rmSync(cache, { recursive: true })) }
  }

  test('draws a score, and says what is wrong with a diagram and where', async () => {
    const { draw, close } = open()
    expect(await draw('abc', 'X:1\nT:A tune\nK:C\nCDEF|')).toEqual({ svg: expect.stringContaining('A tune') })
    expect(await draw('mermaid', 'graph TD\n  A --')).toEqual({ problem: expect.stringContaining('Expecting'), line: 2 })
    expect(await draw('mermaid', 'nothing of the kind')).toEqual({ problem: expect.stringContaining('No diagram type detected') })
    expect(await draw('mermaid', 'graph TD\n  A --> B')).toHaveProperty('svg')
    await close()
  })

  test('starts again where the browser has stopped', async () => {
    const { draw, close } = open()
    expect(await draw('mermaid', 'graph TD\n  A --> B')).toHaveProperty('svg')
    // The newest of the two that this process has started.
    execFileSync('pkill', ['-n', '-P', String(process.pid), '-f', 'remote-debugging-pipe'])
    expect(await draw('mermaid', 'graph TD\n  A --> C')).toEqual({ problem: expect.stringContaining('the renderer stopped') })
    expect(await draw('mermaid', 'graph TD\n  A --> D')).toHaveProperty('svg')
    await close()
  })

  test('gives up what takes too long, and draws the next', async () => {
    const { draw, close } = open(6000)
    // A minute's work.
    expect(await draw('mermaid', `gitGraph\n${'  commit\n'.repeat(5500)}`)).toEqual({ tooMuch: 'drawing it takes more than 6 seconds' })
    expect(await draw('mermaid', 'graph TD\n  A --> B')).toHaveProperty('svg')
    await close()
  })
})
