import { readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { filesBelow } from '../../src/node/site/write-site.ts'
import { makeFolder } from '../support/make-folder.ts'
import { runCommand } from '../support/run-command.ts'

const deck = (text: string) => `---\ntype: slide\n---\n\n${text}\n`
const FILES = {
  'calls/20250101.md': deck('# One\n\n![](p.png)'),
  'calls/20250108.md': deck('# Two\n\n[](x)'),
  'calls/20250115.md': '---\ntitle: [\ntype: slide\n---\n\n# Broken\n',
  'calls/p.png': 'GIF89a\u0001\0\u0001\0\0\0',
  'notes.md': '# No deck\n',
}

function placeOf(files: Readonly<Record<string, string>>) {
  const holder = path.dirname(makeFolder(files))
  const read = (site: string) =>
    filesBelow(path.join(holder, site))
      .toSorted()
      .map((file) => [file, readFileSync(path.join(holder, site, file), 'latin1')])
  return { run: (...args: string[]) => runCommand(holder, args), read }
}

// No part says how many of its decks are unchanged.
const withoutPlace = (json: string) => ({ ...(JSON.parse(json) as object), out: '', milliseconds: 0, unchanged: 0 })

test('merge makes of parts what build makes at once: files, messages, summary and exit status', { timeout: 120_000 }, async () => {
  const { run, read } = placeOf(FILES)
  const whole = await run('build', 'decks', '--out', 'whole', '--json', '--base', '/x/')
  for (const number of [1, 2]) {
    const { stderr } = await run('build', 'decks', '--shard', `${number}/2`, '--base', '/x/')
    expect(stderr).toMatch(new RegExp(`^built part ${number} of 2 in part-${number}: 1 deck,`, 'm'))
  }
  const merged = await run('merge', 'part-1', 'part-2', '--json')
  expect(withoutPlace(merged.stdout)).toEqual(withoutPlace(whole.stdout))
  expect([merged.status, whole.status]).toEqual([1, 1])
  expect(read('dist')).toEqual(read('whole'))
  const [text, expected] = [await run('merge', 'part-1', 'part-2', '--all'), await run('build', 'decks', '--base', '/x/', '--all')]
  const withoutTime = (output: string) => output.replaceAll(/(?:\d+ unchanged, )?[\d.]+ s\b/g, '').replaceAll(/(?:build|merg)ing .*/g, '')
  expect(withoutTime(text.stderr)).toBe(withoutTime(expected.stderr))
})

test('a part of a site without decks, and parts that do not belong together, are invalid usage', { timeout: 60_000 }, async () => {
  const { run } = placeOf(FILES)
  await run('build', 'decks', '--shard', '1/2')
  const lone = await run('merge', 'part-1')
  expect([lone.status, lone.stderr]).toEqual([2, expect.stringContaining('part 2 of 2 is missing')])
  const empty = await placeOf({ 'notes.md': '# No deck\n' }).run('build', 'decks', '--shard', '1/2')
  expect([empty.status, empty.stderr]).toEqual([2, expect.stringContaining('no decks in "decks"')])
})

test.each([
  [['decks', '--shard', '3/2'], '--shard must be the number of a part and of all parts, as in 2/4; got "3/2"'],
  [['decks', '--shard', '0/2'], 'got "0/2"'],
  [['decks', '--shard', 'x'], 'got "x"'],
  [['decks/calls/20250101.md', '--shard', '1/2'], '--shard needs a folder of decks, not one deck'],
  [['decks', '--shard', '1/2', '--layout'], '--shard and --layout exclude each other'],
])('build %j is invalid usage', async (words, message) => {
  const { status, stderr } = await placeOf(FILES).run('build', ...words)
  expect([status, stderr]).toEqual([2, expect.stringContaining(message)])
})
