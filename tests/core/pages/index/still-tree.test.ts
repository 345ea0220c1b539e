import { parseFragment, serialize } from 'parse5'
import { describe, expect, test } from 'vitest'
import { stillTree } from '../../../../src/core/pages/index/still-tree.ts'

const still = (html: string) =>
  serialize(stillTree(parseFragment(html), (address) => (address.startsWith('https:') ? undefined : `root/${address}`)))

describe('a still copy of a slide', () => {
  test('leaves the slide as it was', () => {
    const tree = parseFragment('<p class="fragment"><a href="x"><img src="a.png"></a></p>')
    const before = serialize(tree)
    stillTree(tree, () => undefined)
    expect(serialize(tree)).toBe(before)
  })

  test('shows what would come with a step', () => {
    expect(still('<p class="fragment fade-up big">a</p>')).toBe('<p class="fade-up big">a</p>')
  })

  test('leads nowhere', () => {
    expect(still('<a class="embed" href="https://a.example" target="_blank" rel="noopener" data-frame="x">a</a>')).toBe(
      '<a class="embed">a</a>',
    )
  })

  test('plays nothing and shows no notes', () => {
    expect(
      still('<video src="a.mp4" autoplay></video><audio src="a.mp3"></audio><iframe src="a.pdf"></iframe><aside class="notes">n</aside>b'),
    ).toBe('b')
  })

  test('has its pictures late, and from where it stands', () => {
    expect(still('<img src="a.png" alt="A" style="--width:3">')).toBe(
      '<img loading="lazy" decoding="async" src="root/a.png" alt="A" style="--width:3">',
    )
  })

  test('has no picture that is missing or on another server', () => {
    expect(still('<p>a<img data-src="gone.png" alt="gone"><img src="https://a.example/a.png"></p>')).toBe('<p>a</p>')
  })

  test('keeps drawings', () => {
    const svg = '<svg viewBox="0 0 1 1"><g class="node"><path d="M0 0"></path><use href="#a"></use></g></svg>'
    expect(still(svg)).toBe(svg)
  })
})
