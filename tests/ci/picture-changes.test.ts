import { expect, test } from 'vitest'
import { pictureChanges } from '../../src/ci/picture-changes.ts'
import { makeFolder } from '../support/make-folder.ts'

// 0: none is begun. 20: too little for Node.js to start.
test.each([0, 20])('decks whose pictures take longer than %d ms altogether are left out, and counted', (limit) => {
  const folder = makeFolder({ 'a.md': '---\ntype: slide\n---\n\n# A\n' })
  const deck = { id: 'a', path: 'a.md', title: 'A', slides: 1 }
  const changes = { added: [deck, deck], changed: [deck], removed: [], others: [], newMessages: [], fixed: 0 }
  const places = { folder, before: folder, temporary: makeFolder(), out: makeFolder() }
  expect(pictureChanges(changes, places, limit)).toEqual({ pictures: 0, omitted: 3 })
})
