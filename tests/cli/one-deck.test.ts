import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { makeFolder, writeFiles } from '../support/make-folder.ts'
import { runCommand } from '../support/run-command.ts'

const deck = (text: string, more = '') => `---\ntype: slide\n${more}---\n\n# A\n\n${text}\n`
const FLAW = 'Notes: one'

const site = (files: Readonly<Record<string, string>> = {}) =>
  makeFolder({
    'site.yaml': 'unknown: 1\ninclude: [broken.md]\n',
    'talks/a.md': deck(`[b](../b.md) [gone](gone.md)\n\n{%include ../part.md %}\n\n${FLAW}`),
    'b.md': deck(FLAW),
    'broken.md': '---\ntype: [slide\n---\n\n# Broken\n\n---\n\n# Deck\n',
    'draft.md': deck('', 'draft: true\n'),
    'part.md': '![](gone.png)\n',
    'unused.png': '',
    ...files,
  })

const read = (root: string, file: string) => readFileSync(path.join(root, file), 'utf8')

// Each test runs the command several times.
const timeout = 120_000

describe('check of one deck', { timeout }, () => {
  test('reports what is in the deck and in what it includes, and knows the other decks', async () => {
    const { status, stdout } = await runCommand(site(), ['check', 'talks/a.md', '--format', 'line'])
    const found = stdout.split('\n').map((line) => line.replace(/^(\S+?):.*\[(\S+)\]$/, '$1 $2'))
    expect(found.toSorted()).toEqual(['', 'part.md asset-missing', 'talks/a.md link-missing', 'talks/a.md notes-misspelt'])
    expect(status).toBe(0)
  })

  test.each([
    ['json', (text: string) => (JSON.parse(text) as { diagnostics: { file: string }[] }).diagnostics.map(({ file }) => file)],
    [
      'sarif',
      (text: string) =>
        (
          JSON.parse(text) as {
            runs: { results: { locations: { physicalLocation: { artifactLocation: { uri: string } } }[] }[] }[]
          }
        ).runs.flatMap(({ results }) => results.map(({ locations }) => locations[0]?.physicalLocation.artifactLocation.uri)),
    ],
    ['github', (text: string) => [...text.matchAll(/file=([^,]+),/g)].map(([, file]) => file)],
  ])('in the format %s names files from the current folder', async (format, filesIn) => {
    const root = site()
    const { stdout } = await runCommand(path.join(root, 'talks'), ['check', 'a.md', '--format', format])
    expect(new Set(filesIn(stdout))).toEqual(new Set(['a.md', '../part.md']))
  })

  test('says how to fix that deck, and --fix fixes nothing else', async () => {
    const root = site()
    expect((await runCommand(root, ['check', 'talks/a.md'])).stderr).toMatch(
      /1 can be fixed automatically: (npx --no-install )?hedgerow fix talks\/a\.md\n/,
    )
    expect((await runCommand(root, ['check', 'talks/a.md', '--fix'])).stderr).toContain('fixed 1 problem in 1 file')
    expect([read(root, 'talks/a.md').includes(FLAW), read(root, 'b.md').includes(FLAW)]).toEqual([false, true])
  })

  test('reports a draft, and a deck that cannot be shown', async () => {
    const root = site()
    expect(await runCommand(root, ['check', 'draft.md', '--format', 'line'])).toMatchObject({ status: 0, stdout: '' })
    const broken = await runCommand(root, ['check', 'broken.md', '--format', 'line'])
    expect([broken.status, broken.stdout]).toEqual([1, expect.stringMatching(/^broken\.md:.*front-matter-yaml\]\n$/)])
  })

  test('refuses what is not a deck, and what needs the whole folder', async () => {
    const root = site({ 'list.txt': '/a.html\n', '.hidden.md': deck('') })
    const refused = async (...args: readonly string[]) => {
      const { status, stderr } = await runCommand(root, ['check', ...args])
      expect(status).toBe(2)
      return stderr
    }
    expect(await refused('part.md')).toContain('part.md is not a deck: add "type: slide"')
    expect(await refused('.hidden.md')).toContain('.hidden.md is not read')
    expect(await refused('b.md', '--former', 'list.txt')).toContain('--former needs the whole folder, not one deck')
  })
})

test('a template is no deck, even without options of a site', { timeout }, async () => {
  const root = makeFolder({ 'a.md': deck(''), 'templates/call.md': deck('{{title}}') })
  for (const command of ['check', 'build']) {
    const { status, stderr } = await runCommand(root, [command, 'templates/call.md'])
    expect([status, stderr]).toEqual([2, expect.stringContaining('templates/call.md is not read: a deck is a plain file')])
  }
  expect(existsSync(path.join(root, 'dist'))).toBe(false)
})

describe('fix of one deck', { timeout }, () => {
  test('fixes its problems and no others', async () => {
    const root = site()
    expect(await runCommand(root, ['fix', 'b.md'])).toMatchObject({
      status: 0,
      stderr: expect.stringContaining('fixed 1 problem in 1 file'),
    })
    expect([read(root, 'b.md').includes(FLAW), read(root, 'talks/a.md').includes(FLAW)]).toEqual([false, true])
  })

  test('says that a file is not a deck', async () => {
    expect(await runCommand(site(), ['fix', 'part.md'])).toMatchObject({
      status: 1,
      stderr: expect.stringContaining('part.md was not fixed: it is not a deck of the folder'),
    })
  })
})

describe('build of one deck', { timeout }, () => {
  test('makes the site of that deck, and again into the same folder', async () => {
    const root = site()
    for (const _ of [1, 2]) {
      const { status, stderr } = await runCommand(root, ['build', 'talks/a.md'])
      expect([status, stderr]).toEqual([0, expect.stringContaining('built dist: 1 deck, ')])
    }
    expect(['talks/a.html', 'index.html', 'b.html'].map((file) => existsSync(path.join(root, 'dist', file)))).toEqual([true, true, false])
    expect(read(root, 'dist/index.html')).not.toContain('b.html')
  })

  test('never removes the pages of other decks, and says the way out', async () => {
    const root = site()
    await runCommand(root, ['build', '.', '--out', 'dist'])
    const before = read(root, 'dist/index.html')
    const refused = await runCommand(root, ['build', 'talks/a.md'])
    expect([refused.status, refused.stderr]).toEqual([
      2,
      'error: "dist" contains a site with other decks, which would be removed; choose another folder with --out\n',
    ])
    expect([read(root, 'dist/index.html'), existsSync(path.join(root, 'dist/b.html'))]).toEqual([before, true])
    expect((await runCommand(root, ['build', 'talks/a.md', '--out', 'one'])).status).toBe(0)
  })

  test('gives way to a build of the folder', async () => {
    const root = site()
    await runCommand(root, ['build', 'b.md'])
    expect((await runCommand(root, ['build', '.'])).stderr).toContain('built dist: 2 decks')
    expect((await runCommand(root, ['build', 'b.md'])).status).toBe(2)
  })

  test('leaves out a draft, unless drafts are asked for', async () => {
    const root = site()
    const refused = await runCommand(root, ['build', 'draft.md'])
    expect([refused.status, refused.stderr]).toEqual([
      2,
      expect.stringContaining(
        'draft.md is not published, as a draft, a template or a deck with a future date; to publish it, add --drafts',
      ),
    ])
    expect((await runCommand(root, ['build', 'draft.md', '--drafts'])).status).toBe(0)
  })

  test('reports nothing of other decks', async () => {
    const root = site()
    writeFiles(root, { 'site.yaml': 'include: [broken.md]\n' })
    const { status, stdout } = await runCommand(root, ['build', 'b.md', '--json'])
    const { diagnostics } = JSON.parse(stdout) as { diagnostics: { file: string }[] }
    expect([status, new Set(diagnostics.map(({ file }) => file))]).toEqual([0, new Set(['b.md'])])
  })
})
