import { expect, test } from 'vitest'
import { catalogue } from '../../../src/core/diagnostics/catalogue.ts'
import { recordReports } from '../../support/record-reports.ts'

test('details take the places of $1 and $2, and no others', () => {
  const { report, found } = recordReports()
  report('asset-upload', { file: 'deck.md' }, 'https://a.b/$2', '$1.png')
  expect(found[0]).toMatchObject({
    message: 'upload not found next to the deck: https://a.b/$2',
    help: 'Run `hedgerow pull --pictures`, or save it as $1.png next to the deck, or in a folder there such as `images`.',
  })
})

test('the same message of the same place is kept once', () => {
  const { report, found } = recordReports()
  for (const line of [1, 1, 2]) report('slide-empty', { file: 'deck.md', line })
  expect(found).toHaveLength(2)
})

test('a long detail is cut', () => {
  const { report, found } = recordReports()
  report('asset-missing', { file: 'deck.md' }, 'x'.repeat(10_000))
  expect(found[0]?.message.length).toBeLessThan(300)
})

test.each(Object.entries(catalogue))('%s says what is wrong and how to fix it', (_, { message, help }) => {
  expect(message).toMatch(/\S/)
  expect(message).not.toMatch(/\.$/)
  expect(help).toMatch(/\.$/)
})
