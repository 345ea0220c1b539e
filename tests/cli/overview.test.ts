import { expect, test } from 'vitest'
import { makeFolder } from '../support/make-folder.ts'
import { runCommand } from '../support/run-command.ts'

const deck = (title: string, more = '') => `---\ntitle: ${title}\ntype: slide\n${more}---\n\n# ${title}\n`

test('in a folder of decks, it says what is there and what one can do', async () => {
  const root = makeFolder({
    'calls/20260101.md': deck('Team call'),
    'calls/20260108.md': deck('Team call'),
    'calls/draft.md': deck('Later', 'draft: true\n'),
    'calls/templates/call.md': deck('{{title}}'),
    'calls/notes.md': '# Notes\n',
    'calls/site.yaml': 'title: Calls\nbrand: scs\nurl: https://calls.example/\n',
    'dist/.hedgerow.json': '{}',
  })
  const { status, stdout, stderr } = await runCommand(root, [])
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' })
  const [head = '', facts = '', commands = ''] = stdout.split('\n\n')
  expect(head).toMatch(/^Hedgerow \d+\.\d+\.\d+$/)
  expect(facts.split('\n')).toEqual([
    'decks          2 decks in calls',
    'newest         2026-01-08 Team call (20260108.md)',
    'site           Calls, brand scs, https://calls.example/',
    expect.stringMatching(/^built {10}dist, on \d{4}-\d\d-\d\d at \d\d:\d\d$/),
    'templates      call.md',
    'not published  draft.md (draft)',
    'skipped        notes.md (not decks)',
  ])
  // 8 January 2026 is a Thursday.
  const [, next = ''] = /hedgerow new (\d{8}) /.exec(commands) ?? []
  expect(new Date(`${next.slice(0, 4)}-${next.slice(4, 6)}-${next.slice(6)}T00:00:00Z`).getUTCDay()).toBe(4)
  expect(commands.match(/hedgerow (--)?[a-z]+/g)).toEqual(['new', 'dev', 'check', 'build', '--help'].map((name) => `hedgerow ${name}`))
})

test('with decks that have no options, the first command is init', async () => {
  const { stdout } = await runCommand(makeFolder({ 'decks/a.md': deck('A') }), [])
  expect(stdout).toContain('decks  1 deck in decks\n')
  expect(stdout).toContain('site   without site.yaml\nbuilt  not yet\n')
  expect(stdout).toMatch(/\n\n {2}(npx --no-install )?hedgerow init /)
})

test('files that look like decks are named', async () => {
  const { stdout } = await runCommand(makeFolder({ 'a.md': '# A\n\nNote: b\n\n---\n\n# B\n' }), [])
  expect(stdout).toContain('like decks  a.md; "type: slide"')
})

test.each([[{}], [{ 'README.md': '# A\n' }]])('with %j, it says how to start', async (files) => {
  const { status, stdout } = await runCommand(makeFolder(files), [])
  expect(status).toBe(0)
  expect(stdout).toContain('\nThere are no decks in this folder.\n')
  expect(stdout).toMatch(/ {2}(npx --no-install )?hedgerow init .*\n {2}(npx --no-install )?hedgerow new "My first talk" /)
})

test('in a folder of a site, it names no command that only a site of its own allows', async () => {
  const root = makeFolder({ 'site.yaml': '', 'calls/a.md': deck('A'), 'images/a.txt': '' })
  const calls = (await runCommand(`${root}/calls`, [])).stdout
  expect(calls).toContain('\nsite   in ..\n')
  const images = (await runCommand(`${root}/images`, [])).stdout
  expect(images).toContain('There are no decks in this folder, which belongs to the site in "..".\n')
  expect(images).toMatch(/hedgerow new "My first talk" --folder \.\. [^]*hedgerow check \.\. /)
  expect(calls + images).not.toContain('hedgerow init')
})

test('names of files and titles are only text', async () => {
  const { stdout } = await runCommand(makeFolder({ '::error::20260101.md': deck('"\\e[31m##[error]x"') }), [])
  expect(stdout).not.toMatch(/\u001b|^\s*::|##\[/m)
})
