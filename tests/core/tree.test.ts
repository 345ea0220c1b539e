import { parseFragment, serialize } from 'parse5'
import { expect, test } from 'vitest'
import {
  addClass,
  append,
  attributeOf,
  copyTree,
  createElement,
  createText,
  elementsBelow,
  removeAll,
  removeAttribute,
  renameElement,
  replace,
  setAttribute,
} from '../../src/core/tree.ts'
import type { Element, Node } from '../../src/core/model.ts'

const textsOf = ({ childNodes }: Element) => childNodes.map((node) => ('value' in node ? node.value : '')).join('')

test.each([100, 400])('%d nodes that are taken out of one parent go through its children once', (count) => {
  const parent = createElement('div')
  append(
    parent,
    Array.from({ length: count }, (_, index) => createText(index % 2 === 0 ? 'a' : 'b')),
  )
  let kept: Node[] = parent.childNodes
  let filtered = 0
  Object.defineProperty(parent, 'childNodes', {
    get: () => {
      filtered += 1
      return kept
    },
    set(nodes: Node[]) {
      kept = nodes
    },
  })
  removeAll(kept.filter((_, index) => index % 2 === 0))
  expect(filtered).toBe(1)
  expect(textsOf(parent)).toBe('b'.repeat(count / 2))
})

test('other nodes stand in the place of one, in their order and as its siblings', () => {
  const parent = createElement('div')
  const [a, b, c] = [createText('a'), createText('b'), createText('c')]
  append(parent, [a, b, c])
  replace(b, [createText('1'), c, createText('2')])
  expect(textsOf(parent)).toBe('a1c2')
  expect(parent.childNodes.every(({ parentNode }) => parentNode === parent)).toBe(true)
  expect(b.parentNode).toBeNull()
})

const written = ({ attrs }: Element) => attrs.map(({ name, value }) => `${name}=${value}`).join(' ')

test('an attribute is set in its place, or after the others', () => {
  const link = createElement('a', { href: '/a', title: 'A' })
  setAttribute(link, 'href', '/b')
  setAttribute(link, 'target', '_blank')
  expect(written(link)).toBe('href=/b title=A target=_blank')
})

test('attributes are removed by name or by what their names have in common', () => {
  const pre = createElement('pre', { class: 'a', 'data-draw': '', 'data-label': '', 'data-drawn': '' })
  removeAttribute(pre, 'class')
  removeAttribute(pre, /^data-(draw|label)$/)
  removeAttribute(pre, 'missing')
  expect(written(pre)).toBe('data-drawn=')
})

test('a class is added to those of an element, also to one that has none', () => {
  const item = createElement('li')
  addClass(item, 'a')
  addClass(item, 'b')
  expect(attributeOf(item, 'class')).toBe('a b')
})

test('a renamed element keeps its attributes and its children', () => {
  const heading = createElement('h1', { id: 'a' })
  append(heading, [createText('Hi')])
  renameElement(heading, 'h2')
  expect([heading.tagName, heading.nodeName, written(heading), textsOf(heading)]).toEqual(['h2', 'h2', 'id=a', 'Hi'])
})

test('a copy of a tree is the same in every part, and changing one leaves the other', () => {
  const html = '<p class="a">x<b>y</b></p><svg viewBox="0 0 1 1"><use xlink:href="#a"></use></svg>'
  const tree = parseFragment(html)
  const copy = copyTree(tree)
  expect(serialize(copy)).toBe(html)
  for (const element of elementsBelow(copy)) {
    setAttribute(element, 'class', 'b')
    renameElement(element, 'i')
  }
  expect(serialize(tree)).toBe(html)
})

test('a copy leaves out what is given no attributes', () => {
  expect(serialize(copyTree(parseFragment('<p>a<i>b</i></p>'), ({ tagName, attrs }) => (tagName === 'i' ? undefined : attrs)))).toBe(
    '<p>a</p>',
  )
})
