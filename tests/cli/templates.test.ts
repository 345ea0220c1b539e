import { readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { makeFolder } from '../support/make-folder.ts'
import { runCommand } from '../support/run-command.ts'

const deck = (title: string) => `---\ntitle: ${title}\ntype: slide\n---\n\n# ${title}\n`
const make = (root: string, ...args: readonly string[]) =>
  runCommand(path.dirname(root), ['new', ...args, '--folder', 'decks', '--no-open'])

test('a deck of a series is called like its neighbours and has their title', async () => {
  const root = makeFolder({ '2024-08-22.md': deck('Community Call'), '2024-09-19.md': deck('Community Call') })
  const { status, stderr } = await make(root, '20261203')
  expect([status, stderr]).toEqual([0, expect.stringContaining('created decks/2026-12-03.md from the template talk')])
  expect(readFileSync(path.join(root, '2026-12-03.md'), 'utf8')).toContain('title: Community Call\ndate: 2026-12-03\n')
  expect((await make(root, 'Community call', '--date', '2026-12-10')).stderr).toContain('created decks/2026-12-10.md')
})

test('a template without {{title}} and {{date}} is filled where it can be, and says so', async () => {
  const root = makeFolder({ 'templates/call.md': '---\ntitle: A call\ndate: 202X-XX-XX\ntype: slide\n---\n\n# TT.MM.JJJJ\n' })
  const { status, stderr } = await make(root, 'Retro', '--date', '2026-12-03')
  expect(status).toBe(0)
  expect(stderr).toContain('the template call has no {{title}}, so the option "title" was used\n')
  expect(stderr).toContain('the template call has no {{date}}, so its other placeholders of dates were filled\n')
  expect(readFileSync(path.join(root, '20261203-retro.md'), 'utf8')).toBe(
    '---\ntitle: Retro\ndate: 2026-12-03\ntype: slide\n---\n\n# 03.12.2026\n',
  )
})

test('check reports what is wrong in templates, but not what they leave open', async () => {
  const root = makeFolder({
    'a.md': deck('A'),
    'site.yaml': 'ignore: [image-alt]\n',
    'templates/call.md': '---\ntitle: {{title}}\ndate: {{date}}\ntype: slide\n---\n\n# {{title}}\n\nNotes: a\n\n![](gone.png)\n\n---\n',
  })
  const { status, stdout } = await runCommand(path.dirname(root), ['check', 'decks', '--format', 'line'])
  expect([status, stdout.trim().split('\n')]).toEqual([0, [expect.stringMatching(/templates\/call\.md:9:.*notes-misspelt/)]])
})

test('a template without {{date}} is enough for a deck with its date in the name', async () => {
  const root = makeFolder({ 'templates/call.md': '---\ntitle: {{title}}\ntype: slide\n---\n\n# {{title}}\n', '20261119.md': deck('Call') })
  expect((await make(root, '20261203')).stderr).toBe('created decks/20261203.md from the template call\n')
  expect((await make(root, 'Retro')).stderr).toContain('the template call has no {{date}}, so write the date yourself\n')
})

test('a name that is only that of a template takes the title of the decks, and a date is asked for where they have one', async () => {
  const template = '---\ntitle: {{title}}\ndate: {{date}}\ntype: slide\n---\n\n# {{title}}\n'
  // A Thursday.
  const root = makeFolder({ 'templates/call.md': template, '20240822.md': deck('SCS Community Call') })
  expect((await make(root, 'call', '--date', '2026-12-03')).stderr).toBe('created decks/20261203.md from the template call\n')
  expect(readFileSync(path.join(root, '20261203.md'), 'utf8')).toContain('title: SCS Community Call\ndate: 2026-12-03\n')
  expect((await make(root, 'call')).stderr).toMatch(
    /^created decks\/call\.md .*\nthe other decks have a date in their name: (npx --no-install )?hedgerow new call --date thursday\n$/,
  )
})
