import { expect, test } from 'vitest'
import { readContent } from '../../../src/node/content/read-content.ts'
import { makeFolder } from '../../support/make-folder.ts'

test('the files that look like decks are named, the likeliest first', () => {
  const root = makeFolder({
    'LICENSE.md': '# L\n\n---\n\n# M\n',
    'a.md': '# A\n\n---\n\n# B\n\n---\n\n# C\n\n---\n\n# D\n',
    'c.md': '# A\n\n---\n\n# B\n\nNote: hi\n\n---\n\n# C\n\n---\n\n# D\n',
    'b.md': '---\ntitle: a: b\n---\n\n# A\n\n---\n\n# B\n\nNote: hi\n\n---\n\n# C\n\n---\n\n# D\n',
  })
  const { candidates, skipped, diagnostics } = readContent(root)
  expect(candidates.map(({ file }) => file)).toEqual(['c.md', 'a.md'])
  expect(skipped).toEqual(['LICENSE.md', 'a.md', 'c.md'])
  expect(diagnostics.map(({ code, file }) => `${file} ${code}`)).toEqual([
    'a.md deck-unmarked',
    'b.md front-matter-yaml',
    'c.md deck-unmarked',
  ])
})

test('broken front matter of a file that does not look like a deck is not reported', () => {
  const root = makeFolder({
    'page.md': '---\ntitle: a: b\nlayout: post\n---\n\n# A\n',
    'template.md': '---\nname: {{ name }}\n---\n\n# A\n',
    'open.md': '---\ntitle: A\n\n# A\n',
    'toml.md': '---toml\ntitle = "A"\n---\n\n# A\n',
    'text.md': '---\nJust text\n---\n\n# A\n',
  })
  const { diagnostics, skipped } = readContent(root)
  expect(diagnostics).toEqual([])
  expect(skipped).toHaveLength(5)
})
