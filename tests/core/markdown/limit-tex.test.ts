import { expect, test } from 'vitest'
import { limitTex } from '../../../src/core/markdown/limit-tex.ts'

function counted(most: number) {
  const asked: string[] = []
  const render = limitTex((tex, display) => {
    asked.push(`${tex} ${display}`)
    return tex === 'bad' ? { problem: 'x' } : { html: tex.repeat(10) }
  }, most)
  return { render, asked }
}

test('equal formulas of a deck are rendered once, each as it stands: in a line or on its own', () => {
  const { render, asked } = counted(1_000_000)
  for (let index = 0; index < 400; index += 1) render('a', index % 2 === 0)
  expect(asked).toEqual(['a true', 'a false'])
})

test.each([100, 400])('of %d formulas those are rendered that the limit has room for, and the next deck has its own', (count) => {
  const { render, asked } = counted(500)
  const results = Array.from({ length: count }, (_, index) => render(`a${100 + index}`, true))
  // 40 characters each.
  expect(asked).toHaveLength(13)
  expect(results.slice(13).every((result) => result === 'excess')).toBe(true)
  expect(counted(500).render('a', true)).toEqual({ html: 'aaaaaaaaaa' })
})

test('formulas that cannot be rendered count as well', () => {
  const { render } = counted(10)
  expect([1, 2, 3, 4, 5].map(() => render('bad', false)).filter((result) => result === 'excess')).toHaveLength(1)
})
