import { expect, test } from 'vitest'
import type { Diagnostic } from '../../src/core/diagnostics/diagnostic.ts'
import { openMessageLog } from '../../src/dev/message-log.ts'

const about = (file: string): readonly Diagnostic[] => [
  { code: 'slide-empty', severity: 'warning', file, line: 1, message: 'm', help: 'h' },
]

function open() {
  const logged: string[][] = []
  return { logged, log: openMessageLog((found) => void logged.push(found.map(({ file }) => file))) }
}

test('messages of many decks are logged together', async () => {
  const { log, logged } = open()
  await log.together(async (keep) => {
    for (const file of ['a.md', 'b.md', 'c.md']) log.report(file, about(file), keep)
  })
  expect(logged).toEqual([['a.md', 'b.md', 'c.md']])
})

test('messages are logged together even if the work fails', async () => {
  const { log, logged } = open()
  const work = log.together(async (keep) => {
    log.report('a.md', about('a.md'), keep)
    throw new Error('no')
  })
  await expect(work).rejects.toThrow('no')
  expect(logged).toEqual([['a.md']])
})

test('messages are logged again only if they have changed', () => {
  const { log, logged } = open()
  log.report('a.md', about('a.md'))
  log.report('a.md', about('a.md'))
  log.report('b.md', [])
  log.report('a.md', [])
  expect(logged).toEqual([['a.md'], []])
})
