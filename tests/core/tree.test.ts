import { expect, test } from 'vitest'
import { append, createElement, createText, removeAll, replace } from '../../src/core/tree.ts'
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
