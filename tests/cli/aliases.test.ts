import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { makeFolder } from '../support/make-folder.ts'
import { runCommand } from '../support/run-command.ts'

const deck = (options: string) => `---\ntype: slide\n${options}\n---\n\n# A talk\n`

test('old addresses lead to the deck, and never replace another page or file', async () => {
  const root = makeFolder({
    '2024/a.md': deck(
      'aliases: [/old/talk, old/, 2024/b.html, /index.html, ../out.html, /hedgerow/speaker.html, /assets/x, 2024/b.html/y, 2024, old/talk.html/z]',
    ),
    '2024/b.md': deck('aliases: old/talk.html'),
  })
  const out = path.join(root, '../out')
  const { stderr } = await runCommand(root, ['build', root, '--out', out, '--all'])
  const textOf = (file: string) => readFileSync(path.join(out, file), 'utf8')
  expect(textOf('old/talk.html')).toContain('<a href="../2024/a.html">A talk</a>')
  expect(textOf('old/index.html')).toContain('<a href="../2024/a.html">')
  for (const file of ['2024/b.html', 'index.html', 'hedgerow/speaker.html']) expect(textOf(file)).not.toContain('http-equiv="refresh"')
  expect(existsSync(path.join(out, '../out.html'))).toBe(false)
  expect(existsSync(path.join(out, 'assets/x.html'))).toBe(false)
  for (const taken of [
    '2024/b.html',
    '/index.html',
    '/hedgerow/speaker.html',
    '/assets/x',
    'old/talk.html',
    '2024/b.html/y',
    'old/talk.html/z',
  ])
    expect(stderr).toContain(`the site has another page or file at the old address "${taken}"`)
  expect(stderr).toContain('"../out.html" is not the address of a page in the site')
})

test('a deck that is renamed with an alias is not missed', async () => {
  const root = makeFolder({ 'new.md': deck('aliases: /old.html'), 'old.md': deck('lang: en') })
  const out = path.join(root, '../out')
  await runCommand(root, ['build', root, '--out', out])
  rmSync(path.join(root, 'old.md'))
  const { stderr } = await runCommand(root, ['build', root, '--out', out])
  expect(stderr).not.toContain('no longer in the site: old.html')
  expect(readFileSync(path.join(out, 'old.html'), 'utf8')).toContain('<a href="new.html">')
})

test('with padLinks, and only then, the path of a pad leads to its deck', async () => {
  const lock = `version: 1\ndecks:\n  talk.md:\n    pad: https://pad.example/aBcD123\n    digest: ${'0'.repeat(64)}\n`
  const root = makeFolder({ 'talk.md': deck('lang: en'), 'pads.lock.yaml': lock })
  const out = path.join(root, '../out')
  await runCommand(root, ['build', root, '--out', out])
  expect(existsSync(path.join(out, 'aBcD123.html'))).toBe(false)
  writeFileSync(path.join(root, 'site.yaml'), 'padLinks: true\n')
  await runCommand(root, ['build', root, '--out', out])
  expect(readFileSync(path.join(out, 'aBcD123.html'), 'utf8')).toContain('<a href="talk.html"')
  expect(readFileSync(path.join(out, 's/aBcD123.html'), 'utf8')).toContain('<a href="../talk.html"')
  writeFileSync(path.join(root, '../list.txt'), 'https://pad.example/p/aBcD123#/2\n')
  expect((await runCommand(root, ['check', root, '--former', '../list.txt', '--format', 'line'])).stdout).toBe('')
})
