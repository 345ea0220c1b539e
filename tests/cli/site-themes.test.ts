import { mkdirSync, symlinkSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { makeFolder } from '../support/make-folder.ts'
import { runCommand } from '../support/run-command.ts'

const deck = '---\ntype: slide\n---\n\n# A\n'

describe('a mistake in a theme', () => {
  test('is reported with its file and line, and is not called a bug', async () => {
    const root = makeFolder({ 'a.md': deck, 'themes/own/theme.css': ':root{}\n@import "other.css";\n' })
    const ran = await runCommand(root, ['build', '.', '--out', '../site'])
    expect(ran).toMatchObject({ status: 1, stdout: '' })
    expect(ran.stderr).toMatch(/^error: \S*themes\/own\/theme\.css:2: .*@import.*\n$/)
  })
})

test.each(['/proc', '../../..'])('a folder of themes that is a link to %s is refused', async (target) => {
  const root = makeFolder({ 'a.md': deck })
  symlinkSync(target, path.join(root, 'themes'))
  const ran = await runCommand(root, ['build', '.', '--out', '../site'])
  expect(ran).toEqual({
    status: 1,
    stdout: '',
    stderr: 'error: themes is a link out of its folder; put the folder of themes itself there\n',
  })
})

test('a folder of themes that is a link to all packages of the same folder is refused', async () => {
  const root = makeFolder({ 'a.md': deck })
  for (let n = 0; n < 1001; n++) mkdirSync(path.join(root, 'node_modules', `${n}`), { recursive: true })
  symlinkSync('node_modules', path.join(root, 'themes'))
  const ran = await runCommand(root, ['build', '.', '--out', '../site'])
  expect(ran).toEqual({
    status: 1,
    stdout: '',
    stderr: 'error: themes has more than 1000 files and folders; keep only the files of themes in it\n',
  })
})
