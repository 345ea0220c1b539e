import { spawnSync } from 'node:child_process'
import { readdirSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { makeRepository } from '../support/decks-repository.ts'

const program = path.resolve(import.meta.dirname, '../../lib/ci/preview.js')
const deck = (...slides: readonly string[]) =>
  `---\ntitle: A\ntype: slide\n---\n\n${slides.map((title) => `# ${title}\n`).join('\n---\n\n')}`

test('a preview has pictures of the slides that look different, and of all slides of new decks', () => {
  const { work, git, commit } = makeRepository({ 'decks/a.md': deck('One', 'Two', 'Three') })
  commit({ 'decks/a.md': deck('One', 'Two, changed', 'Three'), 'decks/sub/b.md': deck('New', 'Second') }, 'Change')
  const env = { ...process.env, HEDGEROW_AGAINST: git('rev-parse', 'HEAD^'), HEDGEROW_OUT: 'preview', GITHUB_ACTIONS: 'false' }
  const { status, stdout } = spawnSync(process.execPath, [program], { cwd: work, env, encoding: 'utf8' })
  expect(status).toBe(0)
  expect(stdout).toContain('The preview has 3 pictures of changed slides, in slides.')
  const files = readdirSync(path.join(work, 'preview/slides'), { recursive: true, encoding: 'utf8' })
  expect(files.filter((file) => file.endsWith('.png')).toSorted()).toEqual(['a/02.png', 'sub/b/01.png', 'sub/b/02.png'])
})
