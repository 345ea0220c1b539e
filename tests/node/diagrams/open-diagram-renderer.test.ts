import { readdirSync } from 'node:fs'
import path from 'node:path'
import { expect, onTestFinished, test, vi } from 'vitest'
import type { DiagramTool } from '../../../src/core/model.ts'
import { openChromium } from '../../../src/node/chromium/open-chromium.ts'
import { MachineFault } from '../../../src/node/files/system-errors.ts'
import { type DiagramRendererOptions, openDiagramRenderer } from '../../../src/node/diagrams/open-diagram-renderer.ts'
import { makeFolder } from '../../support/make-folder.ts'

function open(options: Partial<DiagramRendererOptions> = {}) {
  const cache = path.join(makeFolder(), 'drawings')
  const diagramRenderer = openDiagramRenderer({ chromium: undefined, cache, ...options })
  onTestFinished(diagramRenderer.close)
  const draw = (tool: DiagramTool, source: string, time = 60_000) =>
    diagramRenderer.draw({ tool, source, time }).then(({ drawing }) => drawing)
  return { cache, draw, diagramRenderer }
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
  expect(file).toMatch(/^[0-9a-f]{64}$/)
})

test('what takes too long is given up, and the next is drawn', async () => {
  const { cache, draw } = open({ limit: 1500 })
  const edges = Array.from({ length: 2500 }, (_, i) => `${i}->{${(i * 7) % 997} ${(i * 31) % 997}}`).join(' ')
  expect(await draw('graphviz', `digraph {${edges}}`)).toEqual({ tooMuch: 'drawing it takes more than 1.5 seconds' })
  expect(await draw('graphviz', 'digraph { a }')).toHaveProperty('svg')
  expect(readdirSync(cache)).toHaveLength(2)
})

test('what takes too long is not tried again the same day', async () => {
  const edges = Array.from({ length: 2500 }, (_, i) => `${i}->{${(i * 7) % 997} ${(i * 31) % 997}}`).join(' ')
  const { diagramRenderer } = open({ limit: 300 })
  const slow = { tool: 'graphviz', source: `digraph {${edges}}`, time: 60_000 } as const
  const first = await diagramRenderer.draw(slow)
  expect(first).toEqual({ drawing: { tooMuch: 'drawing it takes more than 0.3 seconds' }, took: expect.any(Number) })
  expect(await diagramRenderer.draw(slow)).toEqual({ ...first, took: 0 })
})

test('what the deck has no time left for is not begun and not kept, and what is kept is shown all the same', async () => {
  const { draw, cache } = open()
  await draw('graphviz', 'digraph { a }')
  expect(await draw('graphviz', 'digraph { b }', 0)).toEqual({ tooMuch: 'drawing it takes more than 10 seconds' })
  expect(await draw('graphviz', 'digraph { a }', 0)).toHaveProperty('svg')
  expect(readdirSync(cache)).toHaveLength(1)
})

test('the time that a deck has left need not be whole milliseconds', async () => {
  const { draw } = open()
  for (const time of [9999.5, 60.25, 9998.000_1])
    expect(await draw('graphviz', `digraph { a${String(time).replace('.', '_')} }`, time)).not.toHaveProperty('problem')
})

test('a graph ends at its limit of memory, and the next is drawn', async () => {
  const { draw } = open()
  expect(await draw('graphviz', 'digraph { a [peripheries=30000000] }')).toEqual({ tooMuch: 'more than 256 MB of memory' })
  expect(await draw('graphviz', 'digraph { a [peripheries=30000] }')).toEqual({ tooMuch: 'a drawing of 2.6 MB' })
  expect(await draw('graphviz', 'digraph { a }')).toHaveProperty('svg')
})

test('what is very long is not begun', async () => {
  expect(await open().draw('graphviz', ' '.repeat(50_001))).toEqual({ tooMuch: 'more than 50000 characters' })
})

test('without Chromium mermaid is left to the browser of the viewer, and a score is source', async () => {
  const { draw, diagramRenderer } = open()
  expect(await draw('mermaid', 'graph TD')).toEqual({ later: 'Chromium was not found' })
  expect(await draw('abc', 'K:C')).toEqual({ missing: 'Chromium was not found', remedy: expect.stringContaining('install Chromium') })
  expect(diagramRenderer.script).toMatchObject({ name: expect.stringMatching(/^mermaid-\d+\.\d+\.\d+\.js$/) })
})

test('a Chromium that does not start is as good as none, and is tried once', async () => {
  const { cache, draw } = open({ chromium: openChromium('/bin/false') })
  const later = { later: expect.stringContaining('Chromium did not start') }
  expect(await draw('mermaid', 'graph TD')).toEqual(later)
  expect(await draw('mermaid', 'graph LR')).toEqual(later)
  expect(readdirSync(path.dirname(cache))).not.toContain('drawings')
})

test('a fault of the machine is none of the diagram, and the next tries again', async () => {
  const { draw } = open({ chromium: openChromium('/bin/false') })
  vi.stubEnv('TMPDIR', path.join(makeFolder(), 'none'))
  await expect(draw('abc', 'K:C')).rejects.toThrow(MachineFault)
  await expect(draw('mermaid', 'graph TD')).rejects.toThrow(MachineFault)
  vi.unstubAllEnvs()
  expect(await draw('abc', 'K:C')).toMatchObject({ missing: expect.stringContaining('Chromium did not start') })
})
