import { readdirSync, readFileSync } from 'node:fs'
import { parseFragment, serialize } from 'parse5'
import { describe, expect, test } from 'vitest'
import { append, attributeOf, createText, elementsBelow } from '../src/core/html/tree.ts'
import { composeText } from './support/compose-text.ts'

// tests/slides/<name>.spec.md: a title, the markdown of a deck, and the HTML of its slides, each formula as its source.
const folder = new URL('slides/', import.meta.url)
const CASE = /^## (.+)\n+~~~~md\n([^]*?)\n?~~~~\n+~~~~html\n([^]*?)\n?~~~~$/gm

describe.each(readdirSync(folder).filter((file) => file.endsWith('.spec.md')))('%s', (file) => {
  const text = readFileSync(new URL(file, folder), 'utf8')
  const cases = [...text.matchAll(CASE)].map(([, title = '', input = '', output = '']) => ({ title, input, output }))

  test('every heading is a case', () => {
    expect(cases).toHaveLength(text.match(/^## /gm)?.length ?? 0)
  })

  test.each(cases)('$title', ({ input, output }) => {
    expect(foldFormulas(composeText(`${input}\n`).slides)).toBe(output)
  })
})

// How a formula is drawn is no rule of the dialect.
function foldFormulas(html: string): string {
  const tree = parseFragment(html)
  for (const element of elementsBelow(tree)) {
    if (!/^math( |$)/.test(attributeOf(element, 'class') ?? '')) continue
    const source = elementsBelow(element).find(({ tagName }) => tagName === 'annotation')
    element.childNodes = []
    append(element, source?.childNodes ?? [createText('no source')])
  }
  return serialize(tree)
}
