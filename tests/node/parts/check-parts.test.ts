import { appendFileSync, existsSync, renameSync, rmSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test, vi } from 'vitest'
import type { MergeOptions } from '../../../src/node/parts/merge-parts.ts'
import { buildOne, buildWhole, changeFile, changeState, makePlace, mergeAt, type Place, readAll } from '../../support/build-parts.ts'
import { stubClient } from '../../support/stub-client.ts'

vi.setConfig({ testTimeout: 120_000 })

const deck = (text: string) => `---\ntype: slide\n---\n\n${text}\n`
const FILES = { 'a.md': deck('# A\n\n![](p.png)'), 'b.md': deck('# B\n\n![](p.png)'), 'p.png': 'picture' }

interface Parts {
  readonly place: Place
  readonly one: string
  readonly two: string
}

async function build(files: Readonly<Record<string, string>> = FILES): Promise<Parts> {
  const place = makePlace(files)
  return { place, one: await buildOne(place, 1, 2), two: await buildOne(place, 2, 2) }
}

interface Mistake {
  readonly says: RegExp
  readonly files?: Readonly<Record<string, string>>
  readonly change?: (parts: Parts) => unknown
  readonly merged?: (parts: Parts) => readonly string[]
  readonly options?: Partial<MergeOptions>
}

const pageOf = (part: string) => (existsSync(path.join(part, 'site/a.html')) ? 'site/a.html' : 'site/b.html')

test.each<[string, Mistake]>([
  ['a part is missing', { merged: ({ one }) => [one], says: /^part 2 of 2 is missing$/ }],
  ['a part is named twice', { merged: ({ one, two }) => [one, two, one], says: /^".*part-1" and ".*part-1" are both part 1 of 2$/ }],
  [
    'a part is of another number of parts',
    { change: ({ place }) => buildOne(place, 2, 3), says: /is one of 3 parts, and ".*part-1" one of 2$/ },
  ],
  [
    'a folder is not a part',
    { merged: ({ one, place }) => [one, place.root], says: /is not a part of a site: part\.json cannot be read: there is no such/ },
  ],
  ['the parts were made by another version', { options: { version: '1.2.4' }, says: /was made by Hedgerow 1\.2\.3, and this is 1\.2\.4;/ }],
  ['the parts were made with other themes', { options: { client: { ...stubClient, icon: 'x.svg' } }, says: /was made with other themes/ }],
  [
    'the parts were made on other days',
    {
      files: { ...FILES, 'site.yaml': 'future: false\n' },
      change: ({ place }) => buildOne(place, 2, 2, { today: '2026-06-02' }),
      says: /on other days; build all/,
    },
  ],
  [
    'a deck has changed',
    { change: ({ place }) => appendFileSync(path.join(place.root, 'b.md'), 'x'), says: /was made of other decks or options/ },
  ],
  [
    'an option has changed',
    { change: ({ place }) => writeFileSync(path.join(place.root, 'site.yaml'), 'title: x'), says: /of other decks or options/ },
  ],
  [
    'a picture has changed between parts',
    {
      change: async ({ place }) => {
        writeFileSync(path.join(place.root, 'p.png'), 'another')
        await buildOne(place, 2, 2)
      },
      says: /^".*part-1" and ".*part-2" have different files at p\.png;/,
    },
  ],
  [
    'a page is damaged',
    { change: ({ one }) => appendFileSync(path.join(one, pageOf(one)), 'x'), says: /^site\/[ab]\.html in the part .* is damaged;/ },
  ],
  [
    'a page is missing',
    { change: ({ one }) => rmSync(path.join(one, pageOf(one))), says: /^site\/[ab]\.html in the part .* cannot be read: there is no such/ },
  ],
  [
    'what the index shows is damaged',
    { change: ({ one }) => truncateSync(path.join(one, 'details/0.json'), 5), says: /^details\/0\.json in the part .* is damaged;/ },
  ],
  [
    'the state is truncated',
    { change: ({ one }) => truncateSync(path.join(one, 'part.json'), 900), says: /^part\.json in ".*part-1" is damaged;/ },
  ],
  [
    'the state has a deck of another part',
    { change: ({ one }) => changeState(one, () => ({ decks: [] })), says: /part-1" has other decks;/ },
  ],
  [
    'a summary has another address',
    {
      change: ({ one }) =>
        changeState(one, ({ decks }) => ({ decks: decks.map((deck) => ({ ...deck, summary: { ...deck.summary, id: '../x' } })) })),
      says: /part-1" has no valid summary of [ab]\.md;/,
    },
  ],
])('refuses to merge where %s, and the old site stays', async (_, { says, files, change, merged, options }) => {
  const parts = await build(files)
  const { place, one, two } = parts
  await mergeAt(place, [one, two])
  const old = readAll(path.join(place.holder, 'merged'))
  await change?.(parts)
  await expect(mergeAt(place, merged?.(parts) ?? [one, two], options)).rejects.toThrow(says)
  expect(readAll(path.join(place.holder, 'merged'))).toEqual(old)
})

test.each([
  'site/../../evil.html',
  'site//evil.html',
  '/evil.html',
  'site/./evil.html',
  'site\\..\\evil.html',
  'site/.htaccess',
  'evil.html',
])('refuses the path %s, which a build of a part does not write', async (file) => {
  const { place, one, two } = await build()
  changeState(one, ({ files }) => ({ files: new Map([...files, [file, '0'.repeat(64)]]) }))
  await expect(mergeAt(place, [one, two])).rejects.toThrow('has a file with an invalid path')
})

test('refuses a link to a file outside the part', async () => {
  const { place, one, two } = await build()
  const page = path.join(one, pageOf(one))
  renameSync(page, path.join(place.holder, 'secret'))
  symlinkSync(path.join(place.holder, 'secret'), page)
  await expect(mergeAt(place, [one, two])).rejects.toThrow('it is a link that points outside the folder')
})

test('the PDF of a deck gives way to a file that a deck of another part shows, as in a whole site', async () => {
  const files = { ...FILES, 'site.yaml': 'pdf: true\n', 'b.pdf': 'a file of the author', 'a.md': deck('# A\n\n[paper](b.pdf)') }
  const { place, one, two } = await build(files)
  await buildWhole(place)
  const [ofB] = [one, two].filter((part) => existsSync(path.join(part, 'site/b.html')))
  // As if Chromium had printed it.
  if (ofB !== undefined) changeFile(ofB, 'site/b.pdf', 'a printed deck')
  await mergeAt(place, [one, two])
  expect(readAll(path.join(place.holder, 'merged'))).toEqual(readAll(path.join(place.holder, 'whole')))
})
