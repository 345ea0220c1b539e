import { spawnSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { makeFolder } from '../support/make-folder.ts'

interface Place {
  readonly artifactLocation: { readonly uri: string }
  readonly region: { readonly startLine: number }
}

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

test('colours of authors are compared with the ground that theme and brand give them, and SARIF has each place', () => {
  const deck = (theme: string) => `---\ntype: slide\nslideOptions:\n  theme: ${theme}\n---\n\n# A\n\n<font color="#999">Gray words</font>\n`
  const folder = makeFolder({ 'talks/black.md': deck('black'), 'talks/white.md': deck('white'), 'talks/site.yaml': 'title: Talks\n' })
  const places = () => {
    const { stdout } = spawnSync('node', [command, 'check', 'talks', '--a11y', '--only', 'accessibility-barrier', '--format', 'sarif'], {
      cwd: folder,
      encoding: 'utf8',
    })
    const { runs } = JSON.parse(stdout) as {
      runs: [{ results: { ruleId: string; level: string; locations: [{ physicalLocation: Place }] }[] }]
    }
    return runs[0].results.map(({ ruleId, level, locations }) => {
      const { artifactLocation, region } = locations[0].physicalLocation
      return [ruleId, level, artifactLocation.uri, region.startLine]
    })
  }
  const white = ['accessibility-barrier', 'warning', 'talks/white.md', 9]
  expect(places()).toEqual([white])
  writeFileSync(path.join(folder, 'talks/site.yaml'), 'title: Talks\nbrand: scs\n')
  expect(places()).toEqual([['accessibility-barrier', 'warning', 'talks/black.md', 9], white])
})
