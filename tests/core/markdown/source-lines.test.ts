import { describe, expect, test } from 'vitest'
import { composeText } from '../../support/compose-text.ts'

describe('a message names the line of a picture', () => {
  test.each([
    ['in a paragraph', 'a\n![](b.png)', 2],
    ['in a quote', '> a\n> ![](b.png)', 2],
    ['in a list', '- a\n- b\n  ![](b.png)', 3],
    ['in a table', '| a |\n|---|\n| b |\n| ![](b.png) |', 4],
    ['in a definition', 'a\n: b\n: ![](b.png)', 3],
    ['in a box', ':::info\n![](b.png)\n:::', 2],
    ['in a footnote', 'a[^1]\n\n[^1]: ![](b.png)', 3],
    ['between others', 'a\n\n![](b.png)\n\nc', 3],
    ['in HTML', 'a\n\n<div>\n<img src="b.png">\n</div>', 4],
    ['in notes', 'a\n\nNote: b\n\n![](b.png)', 5],
    ['on a later slide', 'a\n\n---\n\nb\n\n----\n\n![](b.png)', 9],
    ['below front matter', '---\ntitle: x\n---\n\n![](b.png)', 5],
  ])('%s', (_, markdown, line) => {
    expect(composeText(markdown).places()).toEqual([`asset-missing:${line}`])
  })

  test('on a slide whose indentation is taken off', () => {
    expect(composeText('\n\n  a\n\n  ![](b.png)').places()).toEqual(['slide-indented:3', 'asset-missing:5'])
  })
})

test('an author cannot write the marks of lines', () => {
  const { slides, places } = composeText('<p data-source-line="9">a</p>\n\n![](b.png)')
  expect(slides).not.toContain('data-source-line')
  expect(places()).toEqual(['asset-missing:3'])
})

test.each([
  ['a <u onclick="x">b</u>\n\nc', ['attribute-removed:1']],
  ['a\nb *c\nd* <u onclick="x">e</u>', ['attribute-removed:3']],
  ['a $\\frac{$\n\nb', ['math-invalid:1']],
  ['a\nb <!-- .element: title="x" -->\n\nc', ['attribute-not-allowed:2']],
  ['- a\n  b <u onclick="x">c</u>\n- d', ['attribute-removed:2']],
])('%j is reported where it stands', (text, places) => {
  expect(composeText(text).places()).toEqual(places)
})
