import { expect, test } from 'vitest'
import { openDocument } from '../../src/core/deck/open-document.ts'
import { openComposerQueue } from '../../src/dev/composer-queue.ts'
import type { ComposerSetup } from '../../src/node/compose/composer.ts'

const draw = () => Promise.reject(new Error('nothing is drawn'))
const setupOf = (...files: readonly string[]) => ({ tree: { name: '', documents: [], files: new Set(files) } }) as unknown as ComposerSetup
const document = (path: string) => openDocument({ path, text: '' }, () => undefined)

// A queue whose composers say what they do; each deck uses `x.svg`, and ends when it is let go.
function open() {
  const log: string[] = []
  const waiting: ((how: 'done' | 'fails') => void)[] = []
  const queue = openComposerQueue(() => {
    log.push('open')
    return {
      atOnce: 1,
      compose: ({ source }) =>
        new Promise((resolve, reject) => {
          log.push(`begin ${source.path}`)
          waiting.push((how) => {
            log.push(`end ${source.path}`)
            if (how === 'fails') reject(new Error('no memory'))
            else resolve({ diagnostics: [], drawings: [], used: ['x.svg'] })
          })
        }),
      close: async () => {
        log.push('close')
      },
    }
  }, draw)
  const next = async (how: 'done' | 'fails' = 'done') => {
    await expect.poll(() => waiting.length).toBeGreaterThan(0)
    waiting.shift()?.(how)
  }
  return { queue, log, next }
}

test('decks are composed one at a time, with one composer', async () => {
  const { queue, log, next } = open()
  const setup = setupOf()
  const both = Promise.all(['a.md', 'b.md'].map((path) => queue.compose(document(path), setup)))
  await next()
  await next()
  await both
  expect(log).toEqual(['open', 'begin a.md', 'end a.md', 'begin b.md', 'end b.md'])
})

test('another setup has another composer', async () => {
  const { queue, log, next } = open()
  for (const setup of [setupOf(), setupOf()]) {
    const made = queue.compose(document('a.md'), setup)
    await next()
    await made
  }
  await queue.close()
  expect(log.filter((line) => !/ /.test(line))).toEqual(['open', 'close', 'open', 'close'])
})

test('a file that changes while its deck is composed is late, and the composer ends with the deck', async () => {
  const { queue, log, next } = open()
  const setup = setupOf('x.svg')
  const first = queue.compose(document('a.md'), setup)
  await next()
  await first
  const second = queue.compose(document('b.md'), setup)
  await expect.poll(() => log.at(-1)).toBe('begin b.md')
  queue.forget(new Set(['x.svg', 'other.svg']))
  await next()
  expect((await second).late).toEqual(['x.svg'])
  const third = queue.compose(document('c.md'), setup)
  await next()
  expect((await third).late).toEqual([])
  expect(log.slice(3)).toEqual(['begin b.md', 'end b.md', 'close', 'open', 'begin c.md', 'end c.md'])
})

test('a file that no deck uses, or that is no asset, ends no composer', async () => {
  const { queue, log, next } = open()
  const made = queue.compose(document('a.md'), setupOf('other.svg'))
  await next()
  await made
  queue.forget(new Set(['x.svg', 'other.svg']))
  await queue.close()
  expect(log.filter((line) => line === 'close')).toHaveLength(1)
  expect(log.at(-1)).toBe('close')
})

test('a deck that fails ends no other', async () => {
  const { queue, next } = open()
  const setup = setupOf()
  const failed = queue.compose(document('a.md'), setup)
  const other = queue.compose(document('b.md'), setup)
  const isRefused = expect(failed).rejects.toThrow('no memory')
  await next('fails')
  await next()
  await isRefused
  expect((await other).composition.used).toEqual(['x.svg'])
})
