import { expect, test } from 'vitest'
import { rememberPassages } from '../../../src/core/markdown/remember-passages.ts'

function open() {
  const rendered: string[] = []
  const { render, settle } = rememberPassages((markdown, { prefix, report }) => {
    rendered.push(markdown)
    report('code-language', 3, markdown)
    return `<p>${prefix} ${markdown}</p>`
  })
  const said: unknown[] = []
  const show = (markdown: string, prefix = '0-0') =>
    render(markdown, { breaks: true, prefix, lang: 'en', report: (...what) => void said.push(what) })
  return { rendered, said, show, settle }
}

test('a passage that the last deck had too is rendered once, and what is wrong with it is said each time', () => {
  const { rendered, said, show, settle } = open()
  for (let deck = 0; deck < 3; deck += 1) {
    expect([show('a'), show('b', '1-0')]).toEqual(['<p>0-0 a</p>', '<p>1-0 b</p>'])
    settle()
  }
  expect(rendered).toEqual(['a', 'b'])
  expect(said).toEqual(Array.from({ length: 3 }, () => ['a', 'b'].map((text) => ['code-language', 3, text])).flat())
})

test('the same text at another place is another passage', () => {
  const { show } = open()
  expect([show('a', '0-0'), show('a', '1-0')]).toEqual(['<p>0-0 a</p>', '<p>1-0 a</p>'])
})

test('what the last deck did not have is forgotten', () => {
  const { rendered, show, settle } = open()
  for (const text of ['a', 'b', 'a']) {
    show(text)
    settle()
  }
  expect(rendered).toEqual(['a', 'b', 'a'])
})
