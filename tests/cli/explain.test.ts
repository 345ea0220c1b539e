import { describe, expect, test } from 'vitest'
import { catalogue } from '../../src/core/diagnostics/catalogue.ts'
import { explainMessage } from '../../src/node/package/explain-message.ts'
import { makeFolder } from '../support/make-folder.ts'
import { runCommand } from '../support/run-command.ts'

const DECK = '---\ntype: slide\n---\n\n<style>\n.slides h1 { color: "#50c3a5" }\n</style>\n\n# A\n'

describe('hedgerow explain', () => {
  test('says what a message means, shows wrong and right, and how to ignore it', async () => {
    const { status, stdout, stderr } = await runCommand(makeFolder(), ['explain', 'css-invalid'])
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' })
    expect(stdout).toContain('warning: browsers ignore this CSS: $1\n\nCorrect or remove this CSS. Fixed by `hedgerow fix`.\n')
    expect(stdout).toContain('  > 7 |   color: "#50c3a5";\n')
    expect(stdout).toContain('\nFixed:\n\n  > 7 |   color: #50c3a5;\n')
    expect(stdout).toContain('\n  <!-- hedgerow-ignore css-invalid -->\n')
  })

  test('takes a code as a message shows it', async () => {
    expect((await runCommand(makeFolder(), ['explain', '[css-invalid]'])).stdout).toMatch(/^css-invalid\n/)
  })

  test('says that errors cannot be ignored', async () => {
    const { stdout } = await runCommand(makeFolder(), ['explain', 'deck-address'])
    expect(stdout).toMatch(/\n\nErrors cannot be ignored\.\n$/)
    expect(stdout).not.toContain('hedgerow-ignore')
  })

  test('suggests the code that was meant', async () => {
    const ran = await runCommand(makeFolder(), ['explain', 'css-invlid'])
    expect(ran).toEqual({ status: 2, stdout: '', stderr: 'error: unknown message code "css-invlid"; did you mean "css-invalid"?\n' })
  })

  test('lists all codes', async () => {
    const { stdout } = await runCommand(makeFolder(), ['explain'])
    expect(stdout.split('\n').flatMap((line) => /^([a-z-]+) +(?:error|warning|info) /.exec(line)?.[1] ?? [])).toEqual(
      Object.keys(catalogue),
    )
  })
})

test('every message is explained, as plain text', () => {
  for (const code of Object.keys(catalogue) as (keyof typeof catalogue)[]) {
    const lines = explainMessage(code)
    expect(lines[0]).toMatch(new RegExp(`^${catalogue[code].severity}: .`))
    expect(lines.join('\n')).toContain(catalogue[code].help)
    expect(lines.filter((line) => line.startsWith('```'))).toEqual([])
  }
})

test.each([['check'], ['build']])('%s names the command that explains the first message', async (command) => {
  const { stderr } = await runCommand(makeFolder({ 'a.md': DECK }), [command, '.'])
  expect(stderr).toMatch(/\nTo read more about a message: (npx --no-install )?hedgerow explain css-invalid\n/)
})

test('check names no such command where there is nothing to explain', async () => {
  const { stderr } = await runCommand(makeFolder({ 'a.md': '---\ntype: slide\n---\n\n# A\n' }), ['check', '.'])
  expect(stderr).not.toContain('explain')
})
