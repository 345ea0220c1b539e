import { spawnSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { makeFolder } from '../support/make-folder.ts'

const command = fileURLToPath(new URL('../../lib/cli/main.js', import.meta.url))

test('check --a11y names barriers on built slides with line and fix, except those ignored or known before', () => {
  const text = [
    '---\ntype: slide\nslideOptions:\n  theme: white\n---',
    '# A',
    '<style>.pale { color: #ccc }</style>',
    '---',
    '# B',
    '<p class="pale">Pale text</p>',
    '---',
    '# C',
    '<!-- hedgerow-ignore accessibility-barrier -->\n<p class="pale">Left alone</p>',
  ].join('\n\n')
  const folder = makeFolder({ 'talks/a.md': `${text}\n` })
  const check = (...more: readonly string[]) => {
    const { stdout, status } = spawnSync(
      'node',
      [command, 'check', 'talks', '--a11y', '--only', 'accessibility-barrier', '--format', 'json', ...more],
      {
        cwd: folder,
        encoding: 'utf8',
      },
    )
    return { stdout, status }
  }
  const first = check()
  expect(JSON.parse(first.stdout)).toMatchObject({
    warnings: 1,
    diagnostics: [{ code: 'accessibility-barrier', file: 'talks/a.md', line: 15, help: expect.stringContaining('4.5:1') as unknown }],
  })
  writeFileSync(path.join(folder, 'known.json'), first.stdout)
  expect(JSON.parse(check('--baseline', 'known.json').stdout)).toMatchObject({ warnings: 0, diagnostics: [] })
})
