import { expect, test } from 'vitest'
import type { Diagnostic } from '../../src/core/diagnostics/diagnostic.ts'
import { devMessages } from '../../src/dev/dev-messages.ts'

const message = (line: number): Diagnostic => ({
  ...{ code: 'element-unbalanced', severity: 'warning', file: 'deck.md', line },
  ...{ message: 'm', help: 'h' },
})

test('of very many messages the page of a deck gets the first, and how many more there are', () => {
  const deck = { path: 'deck.md', text: '</b>\n'.repeat(50_000), isCurrent: true, used: [] }
  const { messages } = devMessages({ ...deck, diagnostics: Array.from({ length: 50_000 }, (_, index) => message(50_000 - index)) })
  expect(messages).toHaveLength(21)
  expect(messages[0]).toMatchObject({ line: 1, frame: '> 1 | </b>\n  2 | </b>', isFixable: false })
  expect(messages[20]).toMatchObject({ omitted: 49_980, frame: '' })
})
