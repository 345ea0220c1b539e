import { readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { makeFolder } from '../../support/make-folder.ts'
import { runCommand } from '../../support/run-command.ts'

const ENGLISH =
  '# Report\n\nPlease test the new release, and tell us what does not work for you; we need your help with the documentation. '.repeat(3)

test('a deck without a language has that of its text where it is not the one of the site', async () => {
  const root = makeFolder({
    'site.yaml': 'lang: de-DE\n',
    'a.md': `---\ntype: slide\n---\n\n${ENGLISH}\n`,
    'b.md': `---\ntype: slide\nlang: fr\n---\n\n${ENGLISH}\n`,
    'c.md': '---\ntype: slide\n---\n\n# Rookify\n',
  })
  await runCommand(root, ['build', root, '--out', path.join(root, '../out')])
  const langs = ['a', 'b', 'c'].flatMap((name) =>
    ['html', 'read.html'].map(
      (ending) => /<html lang="([^"]*)"/.exec(readFileSync(path.join(root, `../out/${name}.${ending}`), 'utf8'))?.[1],
    ),
  )
  expect(langs).toEqual(['en', 'en', 'fr', 'fr', 'de-DE', 'de-DE'])
  expect(readFileSync(path.join(root, '../out/index.html'), 'utf8')).toContain('<span class="about" lang="en"><b>Report</b>')
})
