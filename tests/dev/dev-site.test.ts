import { appendFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { composeInProcess } from '../../src/node/compose/in-process.ts'
import type { OpenComposer } from '../../src/node/compose/composer.ts'
import { isMachineFault } from '../../src/node/files/system-errors.ts'
import { openDevSite } from '../../src/dev/dev-site.ts'
import { withFailure } from '../support/failing-files.ts'
import { makeFolder } from '../support/make-folder.ts'
import { stubClient } from '../support/stub-client.ts'
import { stubDiagramRenderer } from '../support/stub-diagram-renderer.ts'

const deck = (name: string) => `---\ntype: slide\n---\n\n# ${name}\n\n![x](x.svg)\n`
const SVG = '<svg xmlns="http://www.w3.org/2000/svg" width="1" height="1"/>'

// Records what a site asks of its composers, and in which order it is done.
function openRecorded(files: Readonly<Record<string, string>>, onBegin: (file: string) => void = () => undefined) {
  const root = makeFolder(files)
  const log: string[] = []
  const openComposer: OpenComposer = (setup, draw) => {
    const composer = composeInProcess(setup, draw)
    return {
      atOnce: 1,
      async compose(document) {
        log.push(`begin ${document.source.path}`)
        onBegin(document.source.path)
        const made = await composer.compose(document)
        log.push(`end ${document.source.path}`)
        return made
      },
      async close() {
        log.push('close')
      },
    }
  }
  return { root, log, site: openDevSite({ root, client: () => stubClient, diagramRenderer: stubDiagramRenderer, openComposer }) }
}

test('a site is listed without composing a deck', async () => {
  const { log, site } = openRecorded({ 'a.md': deck('Anton'), 'b.md': deck('*Berta*') })
  const { decks } = await site.site()
  expect(decks.map(({ title, slides }) => [title, slides])).toEqual([
    ['Anton', 1],
    ['Berta', 1],
  ])
  expect(log).toEqual([])
})

test('a deck is composed without reading another', async () => {
  const { site } = openRecorded({ 'a.md': deck('Anton'), 'b.md': deck('Berta') })
  await site.compose('a.md')
  expect([site.textOf('a.md'), site.textOf('b.md')]).toEqual([deck('Anton'), undefined])
})

test('a deck knows those beside it in its series, as they are now', async () => {
  const { root, site } = openRecorded({ 'a/20240101.md': deck('Anton'), 'a/20240102.md': deck('Berta'), 'c/20240103.md': deck('Cäsar') })
  const next = async () => (await site.placeOf('a/20240101')).next?.title
  expect(await next()).toBe('Berta')
  expect(site.textOf('c/20240103.md')).toBeUndefined()
  writeFileSync(path.join(root, 'a/20240102.md'), deck('Bruno &amp; *Co*'))
  site.forget(['a/20240102.md'])
  await site.compose('a/20240102.md')
  expect(await next()).toBe('Bruno & Co')
})

test('a deck that links to another is made again when that becomes one, or is none any more', async () => {
  const { root, log, site } = openRecorded({ 'a.md': `${deck('Anton')}[b](b.md)\n`, 'b.md': '# Minutes\n', 'c.md': deck('Cäsar') })
  const codes = async () => (await site.compose('a.md'))?.diagnostics.map(({ code }) => code)
  const write = (text: string) => {
    writeFileSync(path.join(root, 'b.md'), text)
    site.forget(['b.md'])
  }
  await site.compose('c.md')
  expect(await codes()).toContain('link-missing')
  write(deck('Berta'))
  expect(await codes()).not.toContain('link-missing')
  write('# Minutes of the meeting\n')
  expect(await codes()).toContain('link-missing')
  await site.compose('c.md')
  expect(log.filter((line) => line.startsWith('begin'))).toEqual(['begin c.md', 'begin a.md', 'begin a.md', 'begin a.md'])
  expect(log).not.toContain('close')
})

test('a deck is made again when a file that it includes changes or appears', async () => {
  const { root, site } = openRecorded({ 'a.md': `${deck('Anton')}\n{%include ./b.md %}\n\n{%include ./c.js %}\n`, 'b.md': 'First\n' })
  const page = async () => (await site.compose('a.md'))?.shown?.pages.map(({ content }) => String(content)).join('') ?? ''
  const write = (file: string, text: string) => {
    writeFileSync(path.join(root, file), text)
    site.forget([file])
  }
  expect(await page()).toContain('First')
  write('b.md', 'Second\n')
  expect(await page()).toContain('Second')
  write('c.js', 'let third\n')
  expect(await page()).toContain('third')
})

test('a deck is composed once for each text', async () => {
  const { root, log, site } = openRecorded({ 'a.md': deck('Anton'), 'b.md': deck('Berta') })
  await Promise.all([site.compose('a.md'), site.compose('a.md')])
  appendFileSync(path.join(root, 'b.md'), 'More.\n')
  site.forget(['b.md'])
  await site.compose('a.md')
  expect(log).toEqual(['begin a.md', 'end a.md'])
  appendFileSync(path.join(root, 'a.md'), 'More.\n')
  site.forget(['a.md'])
  await site.compose('a.md')
  expect(log).toEqual(['begin a.md', 'end a.md', 'begin a.md', 'end a.md'])
})

test('a picture that changes while a deck is made does not stop it', async () => {
  let isChanged = false
  const change = (file: string) => {
    if (file !== 'b.md' || isChanged) return
    isChanged = true
    writeFileSync(path.join(root, 'x.svg'), SVG.replace('"1"', '"2"'))
    site.forget(['x.svg'])
  }
  const { root, log, site } = openRecorded({ 'a.md': deck('Anton'), 'b.md': deck('Berta'), 'x.svg': SVG }, change)
  await site.compose('a.md')
  expect((await site.compose('b.md'))?.isCurrent).toBe(true)
  await site.compose('a.md')
  expect(log).toEqual(['begin a.md', 'end a.md', 'begin b.md', 'end b.md', 'close', 'begin b.md', 'end b.md', 'begin a.md', 'end a.md'])
})

test('a picture that changes makes only those decks anew that show it', async () => {
  const { root, log, site } = openRecorded({ 'a.md': deck('Anton'), 'b.md': deck('Berta').replace('![x](x.svg)', ''), 'x.svg': SVG })
  const both = () => Promise.all([site.compose('a.md'), site.compose('b.md')])
  await both()
  writeFileSync(path.join(root, 'x.svg'), SVG.replace('"1"', '"2"'))
  site.forget(['x.svg'])
  await both()
  expect(log.filter((line) => line.startsWith('begin'))).toEqual(['begin a.md', 'begin b.md', 'begin a.md'])
})

test('a picture that was too large and is not any more shows', async () => {
  const { root, site } = openRecorded({ 'a.md': deck('Anton'), 'x.svg': `<!--${'x'.repeat(11 * 1024 * 1024)}-->${SVG}` })
  const codes = async () => (await site.compose('a.md'))?.diagnostics.map(({ code }) => code)
  expect(await codes()).toContain('asset-too-large')
  writeFileSync(path.join(root, 'x.svg'), SVG)
  site.forget(['x.svg'])
  expect(await codes()).not.toContain('asset-too-large')
  expect(site.assets()).toContain('x.svg')
})

test('a file that is no deck is not shown, whatever is wrong with it', async () => {
  const { site } = openRecorded({ 'a.md': deck('Anton'), 'minutes.md': '---\ntype: slides\ntitle: Minutes\n---\n\nSecret words.\n' })
  expect((await site.read()).find('minutes.md').diagnostics).not.toEqual([])
  expect(await site.compose('minutes.md')).toBeUndefined()
})

test('a deck that cannot be read is what it was, and says why it is not current', async () => {
  const { root, site } = openRecorded({ 'a.md': deck('Anton') })
  await site.compose('a.md')
  writeFileSync(path.join(root, 'a.md'), '---\ntype: slide\ntitle: [\n---\n\n# A\n')
  site.forget(['a.md'])
  const broken = await site.compose('a.md')
  expect([broken?.isCurrent, broken?.shown?.summary.title]).toEqual([false, 'Anton'])
  expect(broken?.diagnostics.map(({ code }) => code)).toEqual(['front-matter-yaml'])
})

test('a folder that the machine cannot read at the moment is not said to be missing, and is read again', async () => {
  const { root, site } = openRecorded({ 'a.md': deck('Anton') })
  const { result } = await withFailure({ kind: 'open', nth: 1, code: 'EMFILE', below: path.dirname(root) }, () => site.read())
  expect(isMachineFault(result)).toBe(true)
  expect(await site.read()).toMatchObject({ isThere: true })
})

test('a folder that has become a file is said to be none', async () => {
  const { root, site } = openRecorded({ 'a.md': deck('Anton') })
  rmSync(root, { recursive: true })
  writeFileSync(root, '')
  const { isThere, content } = await site.read()
  expect([isThere, content.diagnostics.map(({ message }) => message)]).toEqual([false, [expect.stringContaining('it is not a folder')]])
})

test('a deck is made again when the options of reveal-md beside it change, appear or go', async () => {
  const text = '# A\n\nNote: n\n\n<!--s-->\n\n# B\n\n---\n\n# C\n'
  const { root, site } = openRecorded({ 'talks/a.md': `---\ntype: slide\n---\n\n${text}` })
  const slides = async () => (await site.compose('talks/a.md'))?.shown?.summary.slides
  const write = (options: string) => {
    writeFileSync(path.join(root, 'talks/reveal-md.json'), options)
    site.forget(['talks/reveal-md.json'])
  }
  expect(await slides()).toBe(2)
  write('{ "separator": "<!--s-->", "verticalSeparator": "---" }')
  expect(await slides()).toBe(3)
  write('{ "separator": "<!--s-->" }')
  expect(await slides()).toBe(2)
  rmSync(path.join(root, 'talks/reveal-md.json'))
  site.forget(['talks/reveal-md.json'])
  expect((await site.compose('talks/a.md'))?.diagnostics.map(({ code }) => code)).toContain('separator-foreign')
})
