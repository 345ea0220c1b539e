import { describe, expect, test } from 'vitest'
import type { DeckSummary } from '../../src/core/model.ts'
import { type DeckStore, openDeckStore } from '../../src/dev/deck-store.ts'
import type { ComposerSetup, Composition } from '../../src/node/compose/composer.ts'

const setup = {} as ComposerSetup
const source = (path: string, text = 'A') => ({ path, text })
const made = (used: readonly string[], title?: string): Composition => ({
  diagnostics: [],
  drawings: used.map((path) => ({ path, content: '<svg/>', digest: '' })),
  used,
  ...(title === undefined
    ? {}
    : {
        composed: {
          ...{ pages: [], styles: [], outside: [], drawsInPage: false, details: {} },
          summary: { title, assets: used } as unknown as DeckSummary,
        },
      }),
})

// Asks for a deck; says whether it was composed for that.
async function ask(store: DeckStore, { path, text }: ReturnType<typeof source>, composition: Composition, by = setup) {
  let isMade = false
  const { deck, isStale } = await store.get({ path, text }, by, async () => {
    isMade = true
    return store.add({ path, text }, composition)
  })
  return { deck, isStale, isMade }
}

describe('a deck is kept', () => {
  test('until its text or its setup is another', async () => {
    const store = openDeckStore()
    const asked = async (text: string, by = setup) => (await ask(store, source('a.md', text), made([], text), by)).isMade
    expect([await asked('A'), await asked('A'), await asked('B')]).toEqual([true, false, true])
    expect(await asked('B', { ...setup })).toBe(true)
  })

  test('until a file changes that it uses', async () => {
    const store = openDeckStore()
    const asked = async (path: string, used: string) => (await ask(store, source(path), made([used], path))).isMade
    await asked('a.md', 'a.svg')
    await asked('b.md', 'b.svg')
    store.forget(new Set(['a.svg']))
    expect([await asked('b.md', 'b.svg'), await asked('a.md', 'a.svg')]).toEqual([false, true])
  })
})

test('a deck of which a file changes while it is made is stale', async () => {
  const store = openDeckStore()
  const { isStale } = await store.get(source('a.md'), setup, async () => {
    const deck = store.add(source('a.md'), made(['x.svg'], 'A'))
    store.forget(new Set(['x.svg']))
    return deck
  })
  expect([isStale, store.drawings.has('x.svg')]).toEqual([true, false])
})

test('a deck that cannot be shown any more shows what it was', async () => {
  const store = openDeckStore()
  await ask(store, source('a.md'), made(['x.svg'], 'Before'))
  const { deck } = await ask(store, source('a.md', 'B'), made([]))
  expect([deck.isCurrent, deck.shown?.summary.title]).toEqual([false, 'Before'])
  expect([...store.assets()]).toEqual(['x.svg'])
  expect(store.last('a.md')).toBe(deck)
})

test('a deck that could not be composed is composed again', async () => {
  const store = openDeckStore()
  await expect(store.get(source('a.md'), setup, () => Promise.reject(new Error('no memory')))).rejects.toThrow('no memory')
  expect((await ask(store, source('a.md'), made([], 'A'))).isMade).toBe(true)
})
