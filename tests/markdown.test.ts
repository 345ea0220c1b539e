import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { composeText } from './support/compose-text.ts'

// tests/markdown/<name>.spec.md: a title, the markdown of a slide, and its HTML. `~~~~` so that a case may hold a fence.
const folder = new URL('markdown/', import.meta.url)
const CASE = /^## (.+)\n+~~~~md\n([^]*?)\n?~~~~\n+~~~~html\n([^]*?)\n?~~~~$/gm

describe.each(readdirSync(folder).filter((file) => file.endsWith('.spec.md')))('%s', (file) => {
  const text = readFileSync(new URL(file, folder), 'utf8')
  const cases = [...text.matchAll(CASE)].map(([, title = '', input = '', output = '']) => ({ title, input, output }))

  test('every heading is a case', () => {
    expect(cases).toHaveLength(text.match(/^## /gm)?.length ?? 0)
  })

  test.each(cases)('$title', ({ input, output }) => {
    const [, html] = /^<section><div>([^]*)<\/div><\/section>$/.exec(composeText(input, { files: ['a.png', 'b c.png'] }).slides) ?? []
    expect(html?.trim()).toBe(output)
  })
})
