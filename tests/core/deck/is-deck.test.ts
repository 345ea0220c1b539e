import { describe, expect, test } from 'vitest'
import { openDocument } from '../../../src/core/deck/open-document.ts'

const isDeck = (yaml: string) => openDocument({ path: 'deck.md', text: `---\n${yaml}\n---\n` }, () => undefined).isDeck

describe('a file is a deck', () => {
  test.each(['type: slide', 'slideOptions:\n  theme: white', 'slideOptions: {}', 'slideOptions: true', 'slideOptions:', 'marp: true'])(
    'with %j',
    (yaml) => {
      expect(isDeck(yaml)).toBe(true)
    },
  )

  test.each(['title: T', 'type: note'])('but not with %j', (yaml) => {
    expect(isDeck(yaml)).toBe(false)
  })
})
