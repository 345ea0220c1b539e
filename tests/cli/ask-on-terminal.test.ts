import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { isYes } from '../../src/cli/ask-on-terminal.ts'
import { makeFolder } from '../support/make-folder.ts'
import { command } from '../support/run-command.ts'

test.each(['', ' ', 'y', 'Yes', 'j', 'ja', 'oui '])('%j means yes', (answer) => {
  expect(isYes(answer)).toBe(true)
})

test.each(['n', 'no', 'nein', 'non', 'yn', '?'])('%j means no', (answer) => {
  expect(isYes(answer)).toBe(false)
})

// `script` of util-linux gives the command a terminal.
const hasTerminal = process.platform === 'linux' && spawnSync('script', ['--version']).status === 0

test.skipIf(!hasTerminal).each([
  ['\n', true],
  ['n\n', false],
])('on a terminal, the answer %j decides', (answer, isWritten) => {
  const root = makeFolder({ 'a.md': '---\ntype: slide\n---\n\n# A\n' })
  const { stdout } = spawnSync('script', ['-qec', `"${process.execPath}" "${command}" init`, '/dev/null'], {
    cwd: root,
    input: answer,
    encoding: 'utf8',
  })
  expect(stdout).toContain('Write these files? [Y/n]')
  expect(existsSync(path.join(root, 'site.yaml'))).toBe(isWritten)
})
