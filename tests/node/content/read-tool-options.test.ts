import { expect, test } from 'vitest'
import { readContent } from '../../../src/node/content/read-content.ts'
import { makeFolder } from '../../support/make-folder.ts'

const deck = '# A\n\n<!--s-->\n\n# B\n'
const config = JSON.stringify({ separator: '<!--s-->', theme: 'white', revealOptions: { transition: 'fade', width: 1280 } })

test('the options of reveal-md apply to the decks below its file; what a deck says wins', () => {
  const root = makeFolder({
    'talks/reveal-md.json': config,
    'talks/reveal.json': '{ "transition": "zoom", "height": 720 }',
    'talks/a/a.md': `---\ntype: slide\n---\n\n${deck}`,
    'talks/b.md': `---\ntheme: black\nrevealOptions:\n  transition: none\n---\n\n${deck}`,
    'talks/c.md': `---\nslideOptions:\n  theme: sky\n---\n\n${deck}`,
    'd.md': `---\ntype: slide\n---\n\n${deck}`,
    'talks/README.md': '# R\n\n---\n\n# S\n',
  })
  const { decks, skipped, diagnostics } = readContent(root)
  const of = (file: string) => decks.find(({ source }) => source.path === file)?.options
  expect(of('talks/a/a.md')).toMatchObject({
    theme: 'white',
    separator: '<!--s-->',
    reveal: { transition: 'fade', width: 1280, height: 720 },
  })
  expect(of('talks/b.md')).toMatchObject({ theme: 'black', reveal: { transition: 'none', width: 1280 } })
  expect(of('talks/c.md')).toMatchObject({ theme: 'sky', separator: undefined })
  expect(of('d.md')).toMatchObject({ theme: undefined, separator: undefined })
  expect(skipped).toEqual(['talks/README.md'])
  expect(diagnostics).toEqual([])
})

test('below such a file, what has slides is a deck', () => {
  const root = makeFolder({
    'talks/reveal-md.json': '{ "theme": "talks/css/own.css" }',
    'talks/a.md': '# A\n\nNotes: x\n\n---\n\n# B\n',
    'talks/text.md': '# Text\n\n---\n\nmore\n',
    'talks/page.md': '---\ntype: page\n---\n\n# A\n\nNote: x\n\n---\n\n# B\n',
    'b.md': '# A\n\nNotes: x\n\n---\n\n# B\n',
  })
  const { decks, skipped } = readContent(root)
  expect(decks.map(({ source }) => source.path)).toEqual(['talks/a.md'])
  expect(skipped).toEqual(['b.md', 'talks/page.md', 'talks/text.md'])
})

test.each(['{', '[]', '"a"', `{"a": ${'['.repeat(60)}${']'.repeat(60)}}`])('a broken file is reported: %j', (text) => {
  const { diagnostics } = readContent(makeFolder({ 'reveal-md.json': text, 'a.md': `---\ntype: slide\n---\n\n${deck}` }))
  expect(diagnostics.map(({ code, file }) => `${file} ${code}`)).toContain('reveal-md.json tool-options')
})
