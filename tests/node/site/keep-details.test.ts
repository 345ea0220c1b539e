import { readdirSync, truncateSync } from 'node:fs'
import path from 'node:path'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { DeckDetails } from '../../../src/core/model.ts'
import { MachineFault } from '../../../src/node/files/system-errors.ts'
import { makeFolder } from '../../support/make-folder.ts'
import { keepInMemory, withDetailsOnDisk } from '../../../src/node/site/keep-details.ts'

const detailsAt = (number: number): DeckDetails => ({
  texts: [{ hash: '#/', heading: `Ä ${number} 🎉`, text: 'x'.repeat(number * 100) }],
  article: number % 2 === 0 ? `<div>\u2028${number}</div>` : undefined,
})
const numbers = Array.from({ length: 50 }, (_, number) => number)
let temporary: string
const folders = () => readdirSync(temporary)

beforeEach(() => {
  temporary = makeFolder({})
  vi.stubEnv('TMPDIR', temporary)
})
afterEach(() => vi.unstubAllEnvs())

test('details are the same in any order, and as often as they are asked for, in a file as in memory', async () => {
  await withDetailsOnDisk(async (onDisk) => {
    expect(folders()).toHaveLength(1)
    for (const kept of [onDisk, keepInMemory()]) {
      for (const number of numbers) {
        kept.add(`${number}.md`, detailsAt(number))
        expect(kept.detailsOf({ path: '0.md' })).toEqual(detailsAt(0))
      }
      for (const number of numbers.toReversed()) expect(kept.detailsOf({ path: `${number}.md` })).toEqual(detailsAt(number))
      expect(kept.detailsOf({ path: 'other.md' })).toEqual({})
    }
  })
  expect(folders()).toEqual([])
})

test('a file that has been cut off is a fault of the machine', async () => {
  const work = withDetailsOnDisk(async (kept) => {
    kept.add('a.md', detailsAt(1))
    const [folder = ''] = folders()
    truncateSync(path.join(temporary, folder, 'details'), 10)
    kept.detailsOf({ path: 'a.md' })
  })
  await expect(work).rejects.toThrow(MachineFault)
})
