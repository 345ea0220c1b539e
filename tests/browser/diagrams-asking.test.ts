import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { launchChromium } from '../support/chromium.ts'
import { serveBuilt } from './serve-site.ts'

// Diagrams that the viewer's browser draws, in pages without their policy: nothing may ask another server all the same.
const hostile = (host: string): Readonly<Record<string, string>> => ({
  picture: `flowchart TD\n  A@{ img: "${host}/picture", label: "x", w: 60, h: 60 }\n  A --> B`,
  escapedPicture: `flowchart TD\n  A@{ "\\x69mg": "${host}/escaped-picture", label: "x" }\n  A --> B`,
  sequence: `sequenceDiagram\n  participant A\n  properties A: {"class": "x", "icon": "${host}/icon"}\n  links A: {"x": "${host}/link"}\n  A->>B: hi`,
  label: `flowchart TD\n  A["<img src='${host}/label'>"] --> B["<svg><image href='${host}/image'/></svg>"]`,
  htmlLabels: `%%{init: {"htmlLabels": true, "flowchart": {"htmlLabels": true}, "securityLevel": "loose"}}%%\nflowchart TD\n  A["<img src='${host}/html'>"] --> B`,
  frontMatter: `---\nconfig:\n  htmlLabels: true\n  securityLevel: loose\n  themeCSS: ".node{mask:url(${host}/css#m)}"\n---\nflowchart TD\n  A["<img src='${host}/fm'>"] --> B`,
  themeCss: `%%{init: {"themeCSS": "@import url(${host}/import);.node{background:url(${host}/css)}"}}%%\nflowchart TD\n  A --> B`,
  variables: `%%{init: {"theme":"base","themeVariables": {"primaryColor": "red;mask:url(${host}/var#m)"}}}%%\nflowchart TD\n  A --> B`,
  escapedVariables: `%%{init: {"theme":"base","themeVariables": {"primaryColor": "red;mask:\\u0075rl(${host}/var2#m)"}}}%%\nflowchart TD\n  A --> B`,
  style: `flowchart TD\n  A --> B\n  style A mask:url(${host}/style#m),background-image:url(${host}/style)`,
  escapedStyle: `flowchart TD\n  A --> B\n  style A mask:u\\72l(${host}/style2#m)\n  classDef c mask-image:image-set("${host}/set" 1x)\n  class A c`,
  markdown: `flowchart TD\n  A["\`![x](${host}/markdown)\`"] --> B`,
  click: `flowchart TD\n  A --> B\n  click A href "${host}/click" _blank`,
  icon: `flowchart TD\n  A@{ icon: "fa:user", form: "square", label: "x" } --> B\n  C["fa:fa-user x"]`,
  mindmap: `mindmap\n  root((x))\n    A\n    ::icon(fa fa-book)\n    B["<img src='${host}/mindmap'>"]`,
  c4: `C4Context\n  Person(a, "A", "x", $sprite="${host}/sprite", $link="${host}/c4")`,
  formula: `flowchart TD\n  A["$$\\\\includegraphics{${host}/formula}$$"] --> B`,
})

let browser: Browser
let sink: Server
let host: string
const asked: string[] = []

beforeAll(async () => {
  browser = await launchChromium()
  sink = createServer((request, response) => {
    asked.push(request.url ?? '')
    response
      .writeHead(200, { 'access-control-allow-origin': '*', 'content-type': 'image/svg+xml' })
      .end('<svg xmlns="http://www.w3.org/2000/svg"/>')
  })
  await new Promise<void>((resolve) => sink.listen(0, '127.0.0.1', resolve))
  host = `http://localhost:${(sink.address() as AddressInfo).port}`
})

afterAll(async () => {
  await browser.close()
  sink.closeAllConnections()
  sink.close()
})

async function openDeck(sources: readonly string[], change: (html: string) => string = (html) => html) {
  const root = mkdtempSync(path.join(os.tmpdir(), 'hedgerow-asking-'))
  const slides = sources.map((source) => `\`\`\`mermaid\n${source}\n\`\`\`\n`)
  writeFileSync(path.join(root, 'deck.md'), `---\ntype: slide\n---\n\n${slides.join('\n---\n\n')}`)
  const site = await serveBuilt(root, { chromium: undefined })
  const context = await browser.newContext({ bypassCSP: true })
  const page = await context.newPage()
  await page.route(/deck\.html$/, async (route) => {
    const response = await route.fetch()
    await route.fulfill({ response, body: change(await response.text()) })
  })
  await page.goto(`${site.url}deck.html`)
  await page.waitForFunction(() => document.querySelector('.reveal.ready'))
  await page.waitForFunction(() => !document.querySelector('iframe') && !document.querySelector('pre.diagram > code'), undefined, {
    timeout: 90_000,
  })
  const close = async () => {
    await context.close()
    await site.close()
    rmSync(root, { recursive: true })
  }
  return { page, close }
}

test('diagrams drawn in a page without policy ask no other server', async () => {
  const sources = Object.values(hostile(host))
  const { page, close } = await openDeck(sources)
  const found = await page.evaluate(() => ({
    drawn: document.querySelectorAll('pre.diagram > svg').length,
    loading: document.querySelectorAll('pre :is(img, image, use, a, foreignObject, script, iframe)').length,
    naming: [...document.querySelectorAll('pre > svg, pre > svg *')].filter((element) =>
      [...element.attributes].some(({ name, value }) => name !== 'aria-label' && value.includes('localhost')),
    ).length,
    styles: [...document.querySelectorAll('pre > svg style')].filter((style) => style.textContent.includes('localhost')).length,
  }))
  // Labels and links are harmless once they are cleaned; what asks for a picture or a file in CSS stays source.
  expect(found.drawn).toBeGreaterThanOrEqual(6)
  expect(found).toMatchObject({ loading: 0, naming: 0, styles: 0 })
  expect(asked).toEqual([])
  await close()
}, 120_000)

test('what an author marks to be drawn is not, and what is too long neither', async () => {
  const mark = '<p class="diagram" data-draw="graph TD; A-->B"><code></code></p>'
  const long = `<pre class="diagram mermaid" data-draw="graph TD; A--&gt;B %%${'x'.repeat(50_000)}"><code>long</code></pre>`
  const { page, close } = await openDeck(['graph TD\n  A --> B'], (html) =>
    html.replace('<pre class="diagram', `${mark}${long}<pre class="diagram`),
  )
  expect(await page.evaluate(() => document.querySelectorAll('.slides svg').length)).toBe(1)
  expect(await page.evaluate(() => document.querySelector('pre[data-draw*=xxx]')?.textContent)).toBe('long')
  await close()
}, 120_000)
