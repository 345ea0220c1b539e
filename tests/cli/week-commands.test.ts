import { expect, test } from 'vitest'
import { weekCommands } from '../../src/cli/week-commands.ts'
import { readContent } from '../../src/node/content/read-content.ts'
import { makeFolder } from '../support/make-folder.ts'

const deck = (title: string) => `---\ntitle: ${title}\ntype: slide\n---\n\n# ${title}\n`
const lock = (origin: string) => `version: 1\ndecks:\n  20261120.md:\n${origin}\n`
// A Sunday.
const today = '2026-11-29'

function commandsFor(files: Readonly<Record<string, string>>, { folder = 'decks', isPublished = false } = {}): readonly string[] {
  const content = readContent(makeFolder(files))
  return weekCommands({ folder, content, isPublished, today }).map(([command]) => command.replace(/^npx --no-install /, ''))
}

test.each([
  // 20 November 2026 is a Friday, 22 November a Sunday.
  [{ '20261120.md': deck('Call'), '20261113.md': deck('Call') }, 'hedgerow new 20261204'],
  [{ '20261122.md': deck('Call') }, 'hedgerow new 20261129'],
  [{ '20261129.md': deck('Call') }, 'hedgerow new 20261206'],
  [{ '20261217.md': deck('Call') }, 'hedgerow new 20261224'],
  [{ 'my-next-talk.md': deck('My next talk') }, 'hedgerow new "Another talk"'],
  [{ '20261120.md': deck('Call'), '20261113.md': deck('Call'), '20261125.md': deck('Meeting') }, 'hedgerow new 20261204'],
  [{ '20261120-call.md': deck('Call') }, 'hedgerow new call --date 2026-12-04'],
  [{ '2026-11-20-team-call.md': deck('Call') }, 'hedgerow new team-call --date 2026-12-04'],
  [{ '20261120-$(touch x).md': deck('Call') }, 'hedgerow new call --date 2026-12-04'],
  [{ 'talk.md': deck('Talk') }, 'hedgerow new "My next talk"'],
  [{ 'site.yaml': 'pads: [https://pad.example/call]\n', '20261120.md': deck('Call') }, 'hedgerow pull'],
  [
    { 'pads.lock.yaml': lock(`    pad: https://pad.example/call\n    digest: ${'a'.repeat(64)}`), '20261120.md': deck('Call') },
    'hedgerow pull',
  ],
  [{ 'pads.lock.yaml': lock('    missing:\n      - https://pad.example/a.png'), '20261120.md': deck('Call') }, 'hedgerow new 20261204'],
])('for %j, a week starts with %s', (files, command) => {
  expect(commandsFor(files)[0]).toBe(command)
})

test('the folder is named where it is not the usual one', () => {
  expect(commandsFor({ 'a.md': deck('A') }, { folder: 'my talks' })).toEqual([
    'hedgerow new "My next talk" --folder "my talks"',
    'hedgerow dev "my talks" --open',
    'hedgerow build "my talks"',
  ])
})

test('the folder is not named where commands find it', () => {
  expect(commandsFor({ 'a.md': deck('A') })).toEqual(['hedgerow new "My next talk"', 'hedgerow dev --open', 'hedgerow build'])
})

test('where a push publishes, the last command is one', () => {
  expect(commandsFor({ 'a.md': deck('A') }, { isPublished: true }).at(-1)).toMatch(/git push$/)
})
