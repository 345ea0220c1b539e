import { describe, expect, test } from 'vitest'
import { composeText } from '../../support/compose-text.ts'

const deckWith = (slides: number) => `---\ntype: slide\n---\n\n[TOC]\n${'\n---\n\n# A slide\n\n[TOC]\n'.repeat(slides)}`
const linesOf = (page: string) => page.split('<li><a href="#/').length - 1

describe('the lists of slides of a deck', () => {
  test('are all there in a deck of some size', () => {
    const { slides, found } = composeText(deckWith(100))
    expect(linesOf(slides)).toBe(101 * 100)
    expect(found).toEqual([])
  })

  test('take no more than so much, however many there are', () => {
    const [few, many] = [composeText(deckWith(300)), composeText(deckWith(1200))]
    expect(linesOf(many.slides)).toBeLessThanOrEqual(1.1 * linesOf(few.slides))
    expect(many.places()).toEqual([expect.stringMatching(/^toc-excess:\d+$/)])
  })
})
