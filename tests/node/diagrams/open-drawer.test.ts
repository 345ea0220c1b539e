import { readdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import type { DiagramTool } from '../../../src/core/model.ts'
import { openDrawer } from '../../../src/node/diagrams/open-drawer.ts'
import type { DrawerOptions } from '../../../src/node/diagrams/open-drawer.ts'
import { makeFolder } from '../../support/make-folder.ts'

function open(options: Partial<DrawerOptions> = {}) {
  const cache = path.join(makeFolder(), 'drawings')
  const drawer = openDrawer({ chromium: undefined, cache, ...options })
  onTestFinished(drawer.close)
  const draw = (tool: DiagramTool, source: string) => drawer.draw({ tool, source })
  return { cache, draw, drawer }
}

test('a graph is drawn in this process', async () => {
  const { draw } = open()
  expect(await draw('graphviz', 'digraph { a -> b }')).toEqual({ svg: expect.stringMatching(/<svg[^]*>a<[^]*>b<\/text>/) })
})

test('a wrong graph says where', async () => {
  const { draw } = open()
  expect(await draw('graphviz', 'digraph {\n a -> \n}')).toEqual({ problem: "syntax error in line 3 near '}'", line: 3 })
  expect(await draw('graphviz', 'digraph { b }')).toHaveProperty('svg')
})

test('a drawing is kept by its source', async () => {
  const { cache, draw } = open()
  const [drawn, again] = [await draw('graphviz', 'digraph { a }'), await draw('graphviz', 'digraph { a }')]
  expect(again).toEqual(drawn)
  const [file = '', ...more] = readdirSync(cache)
  expect(more).toEqual([])
  writeFileSync(path.join(cache, file), '{"svg":"<svg>kept</svg>"}')
  expect(await draw('graphviz', 'digraph { a }')).toEqual({ svg: '<svg>kept</svg>' })
  writeFileSync(path.join(cache, file), '{"svg":')
  expect(await draw('graphviz', 'digraph { a }')).toEqual(drawn)
})

test('what takes too long is given up and not kept, and the next is drawn', async () => {
  const { cache, draw } = open({ limit: 1500 })
  const edges = Array.from({ length: 2500 }, (_, i) => `${i}->{${(i * 7) % 997} ${(i * 31) % 997}}`).join(' ')
  expect(await draw('graphviz', `digraph {${edges}}`)).toEqual({ problem: 'it takes longer than 1.5 seconds' })
  expect(await draw('graphviz', 'digraph { a }')).toHaveProperty('svg')
  expect(readdirSync(cache)).toHaveLength(1)
})

test('what is very long is not begun', async () => {
  expect(await open().draw('graphviz', ' '.repeat(50_001))).toEqual({ problem: 'it is longer than 50000 characters' })
})

test('without Chromium mermaid is left to the browser of the viewer, and a score is source', async () => {
  const { draw, drawer } = open()
  expect(await draw('mermaid', 'graph TD')).toEqual({ later: 'there is no Chromium' })
  expect(await draw('abc', 'K:C')).toEqual({ problem: 'there is no Chromium' })
  expect(drawer.script).toMatchObject({ name: expect.stringMatching(/^mermaid-\d+\.\d+\.\d+\.js$/) })
})

test('a Chromium that does not start is as good as none, and is tried once', async () => {
  const { cache, draw } = open({ chromium: '/bin/false' })
  const later = { later: expect.stringContaining('Chromium does not start') }
  expect(await draw('mermaid', 'graph TD')).toEqual(later)
  expect(await draw('mermaid', 'graph LR')).toEqual(later)
  expect(readdirSync(path.dirname(cache))).not.toContain('drawings')
})
