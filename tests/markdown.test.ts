import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { composeText } from './support/compose-text.ts'
import { readSpecs } from './support/read-specs.ts'

// tests/markdown/<name>.spec.md: a title, the markdown of a slide, and its HTML.
describe.each(readSpecs(path.join(import.meta.dirname, 'markdown')))('$file', ({ cases, headings }) => {
  test('every heading is a case', () => {
    expect(cases).toHaveLength(headings)
  })

  test.each(cases)('$title', ({ input, output }) => {
    const { slides } = composeText(input, { files: ['a.png', 'b c.png'] })
    const [, html, notes = ''] = /^<section><div>([^]*?)<\/div>(\n<aside class="notes">[^]*)?<\/section>$/.exec(slides) ?? []
    expect(`${html?.trim()}${notes}`).toBe(output)
  })
})
