import { expect, test } from 'vitest'
import { composeText } from '../../support/compose-text.ts'

const stepsOf = (text: string) => composeText(text).slides.match(/<li class="[^"]*fragment[^"]*">[a-z]/g)?.length ?? 0

const DECK = (slide: string) => `---\nsteps: true\n---\n\n${slide}`

test.each([
  ['- a\n- b\n  - c', 3],
  ['<!-- .slide: class="no-steps" -->\n\n- a', 0],
  ['- a\n\n::: nonincremental\n- b\n:::', 1],
  ['- a\n- b\n\n<!-- .element: class="no-steps" -->', 0],
  ['# A\n\nNote:\n- b', 0],
  ['# A\n\n::: notes\n- b\n:::', 0],
  ['a[^1]\n\n[^1]: b', 0],
  ['- a <!-- .element: class="fragment grow" -->\n- b', 2],
])('a deck with the option steps: %j has %i', (slide, count) => {
  expect(stepsOf(DECK(slide))).toBe(count)
})

test('a deck without it has none', () => {
  expect(stepsOf('- a')).toBe(0)
})
