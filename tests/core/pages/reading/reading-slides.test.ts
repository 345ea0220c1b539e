import { describe, expect, test } from 'vitest'
import { positionSlides, sectionLinks } from '../../../../src/core/pages/reading/reading-section.ts'
import type { RenderedSlide, Tree } from '../../../../src/core/model.ts'
import { createElement } from '../../../../src/core/tree.ts'

const slide = (attributes: Readonly<Record<string, string>> = {}): RenderedSlide => ({
  attributes,
  // Nobody looks into it here.
  tree: createElement('div') as unknown as Tree,
  title: '',
  line: 1,
  lines: new Map(),
})

test('slides have the places that they have in the presentation', () => {
  const placed = positionSlides([[slide()], [slide(), slide()]])
  expect(placed.map((column) => column.map(({ id, number }) => `${id} ${number}`))).toEqual([
    ['slide-0-0 1'],
    ['slide-1-0 2', 'slide-1-1 3'],
  ])
})

describe('a link within a deck leads to the section of its slide', () => {
  const follow = sectionLinks(positionSlides([[slide()], [slide(), slide({ id: 'plan b' })]]).flat())
  test.each([
    ['#/1', '#slide-1-0'],
    ['#/1/1', '#plan%20b'],
    ['#/1/1/2', '#plan%20b'],
    ['#/0/', '#slide-0-0'],
    ['#/9', '#/9'],
    ['#plan%20b', '#plan%20b'],
    ['#/plan%20b', '#plan%20b'],
    ['#A-heading', '#A-heading'],
    ['#%', '#%'],
    ['#', '#'],
  ])('%s: %s', (written, there) => {
    expect(follow(written)).toBe(there)
  })
})
