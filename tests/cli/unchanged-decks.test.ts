import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, utimesSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { makeFolder, writeFiles } from '../support/make-folder.ts'
import { runCommand } from '../support/run-command.ts'

const deck = (text: string) => `---\ntype: slide\n---\n\n# A\n\n${text}\n`

test('build makes only decks anew that have changed, says why, and with --no-cache makes all', { timeout: 120_000 }, async () => {
  const root = makeFolder({ 'a.md': deck('[b](b.md)'), 'b.md': deck('b'), 'site.yaml': 'theme: white\n' })
  const cache = path.join(root, '../cache')
  // Otherwise the cache is in the packages of the project.
  const folder = path.join(root, '../work')
  mkdirSync(folder)
  const build = async (...args: readonly string[]) => {
    const { stderr } = await runCommand(folder, ['build', root, '--verbose', ...args], { env: { XDG_CACHE_HOME: cache } })
    return stderr.split('\n').filter((line) => /^[ab]\.md:|^built/.test(line))
  }
  const page = () => readFileSync(path.join(folder, 'dist/a.html'), 'utf8')
  await build('--no-cache')
  expect(existsSync(path.join(cache, 'hedgerow/decks'))).toBe(false)
  const clean = page()
  expect((await build()).slice(0, 2)).toEqual([
    'a.md: new, or its text or Hedgerow has changed',
    'b.md: new, or its text or Hedgerow has changed',
  ])
  expect(await build()).toEqual([expect.stringContaining('2 unchanged')])
  expect(page()).toBe(clean)
  writeFiles(root, { 'b.md': '# No deck' })
  expect((await build())[0]).toBe('a.md: changed: the deck b.md, or whether it is one')
  writeFiles(root, { 'b.md': deck('b'), 'site.yaml': 'theme: black\n' })
  expect((await build())[0]).toMatch(/^a\.md: changed: /)
  // One file for each deck, however often it has changed, and one for the site.
  expect(readdirSync(path.join(cache, 'hedgerow/decks'))).toHaveLength(3)
})

test('build says the same of a site that is there already, and leaves it as it is', { timeout: 120_000 }, async () => {
  const root = makeFolder({
    'a.md': deck('[no](no.md)'),
    'draft.md': '---\ntype: slide\ndraft: true\n---\n\n# Draft\n',
    'note.md': 'A note.\n',
  })
  const long = new Date(Date.now() - 60_000)
  for (const file of readdirSync(root)) utimesSync(path.join(root, file), long, long)
  const folder = path.join(root, '../work')
  mkdirSync(folder)
  const build = async (...args: readonly string[]) => {
    const { stdout } = await runCommand(folder, ['build', root, '--json', ...args], {
      env: { XDG_CACHE_HOME: path.join(root, '../cache') },
    })
    const { milliseconds: _, unchanged, ...said } = JSON.parse(stdout) as { milliseconds: number; unchanged: number }
    return { unchanged, said }
  }
  const page = path.join(folder, 'dist/a.html')
  const first = await build()
  const { ino, ctimeMs } = statSync(page)
  expect(await build()).toEqual({ unchanged: 1, said: first.said })
  // A build in which something has changed would link the page: that changes its ctime.
  expect(statSync(page)).toMatchObject({ ino, ctimeMs })
  const written = readFileSync(page, 'utf8')
  writeFileSync(page, 'edited')
  expect(await build()).toEqual({ unchanged: 1, said: first.said })
  expect(readFileSync(page, 'utf8')).toBe(written)
  expect((await build('--drafts')).said).not.toEqual(first.said)
  expect((await build('--no-cache')).unchanged).toBe(0)
})
