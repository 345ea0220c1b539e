import path from 'node:path'
import { expect, test } from 'vitest'
import { MERMAID_CONFIG } from '../../../src/core/diagrams/mermaid.ts'
import type { DrawnDiagram } from '../../../src/core/model.ts'
import { openCache } from '../../../src/node/cache.ts'
import { openDiagramCache } from '../../../src/node/diagrams/diagram-cache.ts'
import { makeFolder } from '../../support/make-folder.ts'

const DAY = 24 * 3_600_000

test.each<DrawnDiagram>([{ svg: '<svg/>' }, { problem: 'no' }, { problem: 'no', line: 2 }, { tooMuch: 'much' }])('keeps %o', (drawing) => {
  const cache = openDiagramCache(path.join(makeFolder(), 'cache'))
  cache.write(['a'], drawing)
  expect(cache.read(['a'])).toEqual(drawing)
})

test('forgets after a day that something took too much, and nothing else', () => {
  const folder = path.join(makeFolder(), 'cache')
  const early = openDiagramCache(folder, () => 0)
  early.write(['slow'], { tooMuch: 'much' })
  early.write(['fast'], { svg: '<svg/>' })
  const at = (time: number) => ['slow', 'fast'].map((name) => openDiagramCache(folder, () => time).read([name]) !== undefined)
  expect(at(DAY - 1)).toEqual([true, true])
  expect(at(DAY + 1)).toEqual([false, true])
})

test.each([
  '{"svg":"<svg/>"}',
  '{"at":0,"drawing":{"svg":7}}',
  '{"at":0,"drawing":{"problem":"x","line":"1"}}',
  '{"at":0,"drawing":{"later":"x"}}',
  '{"drawing":{"svg":""}}',
  '{"at":0,"drawing":null}',
  '[]',
])('takes an entry of another shape for none: %s', (text) => {
  const folder = path.join(makeFolder(), 'cache')
  openCache(folder, 1000).write([JSON.stringify(MERMAID_CONFIG), 'a'], text)
  expect(openDiagramCache(folder).read(['a'])).toBeUndefined()
})
