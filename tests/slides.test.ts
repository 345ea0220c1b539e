import path from 'node:path'
import { parseFragment, serialize } from 'parse5'
import { describe, expect, test } from 'vitest'
import { append, attributeOf, createText, elementsBelow } from '../src/core/tree.ts'
import { composeText } from './support/compose-text.ts'
import { readSpecs } from './support/read-specs.ts'

// tests/slides/<name>.spec.md: a title, the markdown of a deck, and the HTML of its slides, each formula as its source.
describe.each(readSpecs(path.join(import.meta.dirname, 'slides')))('$file', ({ cases, headings }) => {
  test('every heading is a case', () => {
    expect(cases).toHaveLength(headings)
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
