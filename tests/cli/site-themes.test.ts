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
