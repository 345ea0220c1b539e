import { cpSync, existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { pictureFacts } from '../../../src/node/assets/picture-facts.ts'
import { composeInProcess } from '../../../src/node/compose/in-process.ts'
import { type FixedFile, type FixedPicture, fixSite } from '../../../src/node/site/fix-site.ts'
import { composeText } from '../../support/compose-text.ts'
import { makeFolder, writeFiles } from '../../support/make-folder.ts'
import { propertyRuns } from '../../support/property-runs.ts'
import { randomDeck, wordsOf } from '../../support/random-deck.ts'
import { readSlides } from '../../support/read-slides.ts'
import { stubClient } from '../../support/stub-client.ts'
import { stubDiagramRenderer } from '../../support/stub-diagram-renderer.ts'

const tools = { client: stubClient, diagramRenderer: stubDiagramRenderer, openComposer: composeInProcess }
async function fixAll(root: string): Promise<(FixedFile | FixedPicture)[]> {
  const files: (FixedFile | FixedPicture)[] = []
  for await (const file of fixSite(root, tools)) if ('fixed' in file) files.push(file)
  return files
}

const isText = (file: FixedFile | FixedPicture): file is FixedFile => typeof file.after === 'string'
const fix = async (root: string) => (await fixAll(root)).filter(isText)

async function fixText(text: string): Promise<string> {
  const [file] = await fix(makeFolder({ 'deck.md': text }))
  return file?.after ?? text
}

// tests/diagnostics/<code>/fixed.md: what becomes of its deck.md where the message can be fixed.
// To write them anew after a change: npx vitest run --project unit tests/node/site/fix-site.test.ts -u
const fixtures = fileURLToPath(new URL('../../diagnostics/', import.meta.url))

describe('the deck of a message', () => {
  test.each(readdirSync(fixtures))('%s', async (code) => {
    const from = path.join(fixtures, code)
    const root = makeFolder()
    cpSync(from, root, { recursive: true, filter: (file) => !/expected\.txt$|fixed\.\w+$/.test(file) })
    const files = await fix(root)
    const fixedFile = (file: string) => path.join(from, file.replace(/^.*\./, 'fixed.'))
    for (const { path: file, after } of files) await expect(after).toMatchFileSnapshot(fixedFile(file))
    const expected = ['deck.md', 'site.yaml'].filter((file) => existsSync(fixedFile(file)))
    expect(files.map((file) => file.path).toSorted()).toEqual(expected)

    writeFiles(root, Object.fromEntries((await fixAll(root)).map(({ path: file, after }) => [file, Buffer.from(after)])))
    expect(await fixAll(root)).toEqual([])
  })
})

describe('fixing', () => {
  const deck = '\n---\ntilte: T\nslideOptions:\n  transiton: fade\n---\n\n# A\n\n--- \n\n---\n\n# B\n\nNotes: one\n'

  test('changes what is wrong, in as many rounds as it takes, and nothing else', async () => {
    expect(await fixText(deck)).toBe('---\ntitle: T\nslideOptions:\n  transition: fade\n---\n\n# A\n\n\n---\n\n# B\n\nNote: one\n')
  })

  test('keeps line ends and a byte order mark that does no harm', async () => {
    const expected = (await fixText(deck)).replaceAll('\n', '\r\n')
    expect(await fixText(deck.replaceAll('\n', '\r\n'))).toBe(expected)
    const plain = '\ufeff# A\n\nNotes: one\n'
    const [file] = await fix(makeFolder({ 'deck.md': plain, 'site.yaml': 'include: "*.md"' }))
    expect(file?.after).toBe('\ufeff# A\n\nNote: one\n')
  })

  test('leaves alone what a comment or the site silences', async () => {
    const silent = '---\ntype: slide\n---\n\n<!-- hedgerow-ignore notes-misspelt -->\n\n# A\n\nNotes: one\n'
    expect(await fixText(silent)).toBe(silent)
    const root = makeFolder({ 'deck.md': silent.replace(/<.*>\n\n/, ''), 'site.yaml': 'ignore: notes-misspelt' })
    expect(await fix(root)).toEqual([])
  })

  test('does not touch empty slides of a deck that counts on their numbers', async () => {
    const linked = '---\ntype: slide\n---\n\n# A\n\n---\n\n---\n\n[on](#/1)\n'
    expect(await fixText(linked)).toBe(linked)
  })

  test('writes nothing', async () => {
    const root = makeFolder({ 'deck.md': deck })
    expect(await fix(root)).toHaveLength(1)
    expect(readFileSync(path.join(root, 'deck.md'), 'utf8')).toBe(deck)
  })

  test('reads each file when its turn has come, and says which of them is gone', async () => {
    const root = makeFolder({ 'a.md': deck, 'b.md': deck, 'c.md': deck })
    const seen: unknown[] = []
    for await (const file of fixSite(root, tools)) {
      seen.push('problem' in file ? [file.path, file.problem] : [file.path, file.before === deck])
      if (file.path === 'a.md') {
        writeFileSync(path.join(root, 'b.md'), `${deck}\nmore\n`)
        rmSync(path.join(root, 'c.md'))
      }
    }
    expect(seen).toEqual([
      ['a.md', true],
      ['b.md', false],
      ['c.md', 'there is no such file or folder (ENOENT)'],
    ])
  })

  test('fixes templates, but for what is left open in them', async () => {
    const template = [
      '---\ntitle: {{title}}\ntpye: slide\ndate: {{date}}\n---',
      '# {{title}} of {{date}}',
      '--- ',
      '# Agenda',
      '---\n\n---',
      '# B',
      'Notes: {{title}}\n',
    ].join('\n\n')
    const [file] = await fix(makeFolder({ 'templates/talk.md': template, 'deck.md': '---\ntype: slide\n---\n\n# A\n' }))
    expect(file).toMatchObject({
      path: 'templates/talk.md',
      after: template.replace('tpye', 'type').replace('--- \n', '---\n').replace('Notes:', 'Note:'),
    })
  })

  test('removes the metadata of a picture with a location, once for all decks that show it', async () => {
    const root = makeFolder()
    cpSync(path.join(fixtures, 'image-location'), root, { recursive: true })
    const deck = (name: string) => `---\ntype: slide\n---\n\n# A\n\n![a walk](${name})\n`
    writeFiles(root, { 'a.md': deck('walk.jpg'), 'b.md': deck('walk.jpg'), 'deck.md': deck('home.jpg') })
    const [picture, ...more] = await fixAll(root)
    expect(more).toEqual([])
    expect(picture).toMatchObject({ path: 'walk.jpg', fixed: [{ code: 'image-location', file: 'a.md', line: 7 }] })
    expect(picture?.before).toEqual(readFileSync(path.join(root, 'walk.jpg')))
    writeFileSync(path.join(root, 'walk.jpg'), picture?.after ?? '')
    const facts = pictureFacts(root)('walk.jpg')
    expect([facts.hasLocation, facts.size]).toEqual([false, pictureFacts(path.join(fixtures, 'image-location'))('walk.jpg').size])
  })

  test('leaves pictures alone whose message is ignored', async () => {
    const root = makeFolder()
    cpSync(path.join(fixtures, 'image-location'), root, { recursive: true })
    writeFiles(root, { 'site.yaml': 'ignore: image-location' })
    expect(await fixAll(root)).toEqual([])
  })

  test('makes a deck of a file whose type is misspelt', async () => {
    expect(await fixText('---\ntype: Slide\n---\n\n# A\n')).toBe('---\ntype: slide\n---\n\n# A\n')
  })

  test('names what it fixed, and fixes options of the site', async () => {
    const [file] = await fix(makeFolder({ 'deck.md': '---\ntype: slide\n---\n\n# A\n', 'site.yaml': '# ours\ntitel: A\n' }))
    expect(file).toMatchObject({ path: 'site.yaml', after: '# ours\ntitle: A\n', fixed: [{ code: 'option-unknown', line: 2 }] })
  })

  const SPOIL: readonly ((text: string) => string)[] = [
    (text) => text.replaceAll('\n\n---\n', '\n\n--- \n'),
    (text) => text.replaceAll('\n\n----\n\n', '\n\n----\n'),
    (text) => `${text}\n---\n`,
    (text) => text.replaceAll('\n---\n', '\n---\n\n---\n'),
    (text) => text.replaceAll('Note:', 'Notes:'),
    (text) => `\n${text}`,
  ]

  test('loses no word of any deck, does nothing twice, and is the same with other line ends', async () => {
    await fc.assert(
      fc.asyncProperty(randomDeck, fc.subarray([...SPOIL]), async ({ text }, faults) => {
        const spoilt = faults.reduce((spoiling, spoil) => spoil(spoiling), text.replace('title: x', 'type: slide'))
        const after = await fixText(spoilt)
        // A slide that was two may have shown less: of two footnotes of one name, one.
        expect(wordsOf(composeText(after).page)).toEqual(expect.arrayContaining(wordsOf(composeText(spoilt).page)))
        expect(await fixText(after)).toBe(after)
        expect(await fixText(spoilt.replaceAll('\n', '\r\n'))).toBe(after.replaceAll('\n', '\r\n'))
      }),
      propertyRuns(40),
    )
  }, 60_000)
})

const { HEDGEROW_CORPUS: corpus } = process.env

describe.skipIf(corpus === undefined)('fixing decks of real authors (set HEDGEROW_CORPUS)', () => {
  test('leaves every slide as it was, but for empty ones and for marks that become bullets', async () => {
    const words = (text: string) =>
      text
        .replace(/(?<!\S)[*•-](?!\S)/g, '')
        .replace(/\s+/g, ' ')
        .trim()
    const root = path.join(corpus ?? '.', 'community-call')
    const files = await fix(root)
    expect(files.map((file) => file.path)).toEqual(expect.arrayContaining(['20231102.md', '20231123.md', '20240201.md', '20241205.md']))
    for (const { before, after } of files) {
      const textsOf = (text: string) =>
        readSlides(composeText(text).page).slides.map((slide) => [words(slide.text), slide.images, slide.links])
      expect(textsOf(after)).toEqual(textsOf(before).filter(([text, images]) => text !== '' || (images?.length ?? 0) > 0))
    }
  }, 60_000)
})
