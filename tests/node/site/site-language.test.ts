import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { writePadsLock } from '../../../src/core/pads/pads-lock.ts'
import { LANGUAGES } from '../../../src/core/i18n/words-in.ts'
import { writeFiles } from '../../support/make-folder.ts'
import { runCommand } from '../../support/run-command.ts'

const { de, en } = LANGUAGES
const ENGLISH =
  'We meet every Thursday and talk about what has been finished during the last week. After that we present the plans for the next month, and everybody can ask questions. The slides of all earlier meetings can be found in the archive.'
const deck = (options: string, text: string) => `---\ntype: slide\n${options}---\n\n# ${text}\n\n${text === 'Call' ? ENGLISH : ''}\n`

const DECKS = {
  'calls/20260101.md': deck('aliases: [old.html]\ntags: [cloud]\n', 'Call'),
  'calls/20260201.md': deck('lang: de\ntitle: Treffen\n', 'Treffen'),
}

const holder = mkdtempSync(path.join(os.tmpdir(), 'hedgerow-languages-'))
afterAll(() => rmSync(holder, { recursive: true }))

async function build(name: string, files: Readonly<Record<string, string>>): Promise<void> {
  writeFiles(path.join(holder, name), files)
  const { status, stderr } = await runCommand(holder, ['build', name, '--out', `${name}-site`])
  if (status !== 0) throw new Error(stderr)
}
const readPage = (name: string, page: string) => readFileSync(path.join(holder, `${name}-site`, page), 'utf8')
const langOf = (html: string) => /<html lang="([^"]*)"/.exec(html)?.[1]

describe('a German site with an English deck', () => {
  beforeAll(() => build('mixed', { ...DECKS, 'site.yaml': 'lang: de\nsingleFile: true\nurl: https://example.org/\n' }), 60_000)
  const read = (page: string) => readPage('mixed', page)

  test.each(['index.html', 'calls/index.html', 'tags/cloud.html', '404.html', 'hedgerow/speaker.html', 'old.html'])(
    '%s is in German',
    (page) => expect(langOf(read(page))).toBe('de'),
  )

  test('its deck is in English, with an interface in German', () => {
    const page = read('calls/20260101.html')
    expect(langOf(page)).toBe('en')
    expect(page).toContain('data-interface="de"')
    expect(page).toContain(`<noscript><p class="no-script" lang="de"><a href="20260101.read.html">${de.viewer.read}</a>`)
    expect(page).toMatch(/<link rel="enclosure" [^>]* lang="de" title="Als einzelne HTML-Datei/)
  })

  test('so is its reading view', () => {
    const page = read('calls/20260101.read.html')
    expect(langOf(page)).toBe('en')
    expect(page).toContain(`lang="de"><a href="../index.html">${de.viewer.allDecks}</a>`)
    expect(page).toMatch(/<time datetime="2026-01-01" lang="de">1\. Januar 2026<\/time>/)
    expect(page).toMatch(/<nav class="hr-neighbours" lang="de"/)
    expect(page).not.toContain(en.reading.contents)
  })

  test('the page at its old address names it in its language', () => {
    expect(read('old.html')).toMatch(/<p>[^<]* <a href="calls\/20260101.html" lang="en">Call<\/a>/)
  })

  test('it is in English on the index page and in the feed', () => {
    expect(read('index.html')).toContain('<h2 lang="en"><a href="calls/20260101.html" aria-label="Call, January 1, 2026">Call</a></h2>')
    expect(read('feed.xml')).toMatch(/xml:lang="de"[^]*xml:lang="en"/)
  })

  test('its single HTML file speaks only its own language', () => {
    const page = read('calls/20260101.single.html')
    expect(langOf(page)).toBe('en')
    expect(page).toContain('<main class="reveal center" lang="en" data-options=')
    expect(page).toContain(`<h1>${en.stage.speaker}</h1>`)
  })
})

test('a single HTML file of a site in another language has each label in its own', async () => {
  const origin = { digest: '0'.repeat(64), etag: undefined, pictures: [], missing: [] }
  const pad = { ...origin, pad: 'https://pad.example/call', revision: '2026-01-02T17:00:00.000Z' }
  writeFiles(path.join(holder, 'single'), {
    'site.yaml': 'lang: de\nurl: https://example.org/\npadLinks: true\nsingleFile: true\n',
    'pads.lock.yaml': writePadsLock(new Map([['20260101.md', pad]])),
    '20260101.md': deck('lang: en\ndraft: true\n', 'Call'),
    '20260108.md': deck('lang: en\n', 'Call'),
  })
  expect((await runCommand(holder, ['build', 'single', '--drafts', '--out', 'single-site'])).status).toBe(0)
  const [page, single] = [readPage('single', '20260101.html'), readPage('single', '20260101.single.html')]
  const labels = (html: string) =>
    [
      /<link rel="next"[^>]* title="([^"]*)"/,
      /<link rel="via"[^>]* (lang="..") title="([^"]*)"/,
      /<p class="deck-draft" (lang="..">[^<]*)</,
    ].flatMap((pattern) => pattern.exec(html)?.slice(1))
  expect(labels(page)).toEqual([
    '8. Januar 2026',
    'lang="de"',
    'Aus dem Pad auf pad.example, Stand: 2. Januar 2026',
    `lang="de">${de.index.draft}`,
  ])
  expect(labels(single)).toEqual([
    'January 8, 2026',
    'lang="en"',
    'From the pad on pad.example, as of January 2, 2026',
    `lang="en">${en.index.draft}`,
  ])
  // Below it are the words of the scripts, in all languages.
  expect(single.slice(0, single.indexOf('<template'))).not.toContain(de.viewer.read)
}, 60_000)

test('a site that does not say its language has that of most decks, and decks without clear text have it too', async () => {
  const says = 'lang: de\n'
  await build('silent', { 'a.md': deck(says, 'A'), 'b.md': deck(says, 'B'), 'c.md': deck('', 'Call'), 'd.md': deck('', 'D') })
  const read = (page: string) => readPage('silent', page)
  expect(['index.html', 'c.html', 'd.html', '404.html'].map((page) => langOf(read(page)))).toEqual(['de', 'en', 'de', 'de'])
  expect(read('index.html')).toContain(de.index.filter)
  expect(read('c.html')).toContain('data-interface="de"')
})
