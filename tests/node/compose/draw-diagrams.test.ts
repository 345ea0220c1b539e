import { describe, expect, test } from 'vitest'
import type { DrawnDiagram, OpenDiagram } from '../../../src/core/model.ts'
import { createElement } from '../../../src/core/tree.ts'
import { type DiagramLimits, drawDiagrams } from '../../../src/node/compose/draw-diagrams.ts'
import { recordReports } from '../../support/record-reports.ts'

const LIMITS: DiagramLimits = { time: 20_000, size: 100 }

/** Draws a deck whose diagrams take so long; returns the time that each was given, and what is reported. */
async function draw(took: readonly number[], drawing: (time: number) => DrawnDiagram) {
  const { report, found } = recordReports()
  const diagrams = took.map((_, index): OpenDiagram => ({
    ...{ tool: 'graphviz', source: String(index), label: '', line: index * 10 + 2 },
    element: createElement('pre'),
  }))
  const given: number[] = []
  const one = async ({ source, time }: { source: string; time: number }) => {
    given.push(time)
    return { drawing: drawing(time), took: Math.min(time, took[Number(source)] ?? 0) }
  }
  await drawDiagrams({ file: 'deck.md', diagrams }, { draw: one, report, limits: LIMITS })
  return { given, found: found.map(({ code, line, message }) => `${line} ${code}: ${message}`) }
}

describe('the diagrams of a deck', () => {
  test('share its time, and say when it has run out', async () => {
    const { given, found } = await draw([9000, 9000, 9000, 9000], (time) =>
      time < 9000 ? { tooMuch: 'drawing it takes more than 10 seconds' } : { svg: '<svg></svg>' },
    )
    expect(given).toEqual([20_000, 11_000, 2000, 0])
    expect(found).toEqual([
      '21 diagram-too-large: the diagram is too large or takes too long, so its source is shown: the diagrams of this deck up to here take more than 20 seconds',
      '31 diagram-too-large: the diagram is too large or takes too long, so its source is shown: the diagrams of this deck up to here take more than 20 seconds',
    ])
  })

  test('share the room for drawings', async () => {
    const { found } = await draw([0, 0, 0], () => ({ svg: `<svg>${' '.repeat(35)}</svg>` }))
    expect(found).toEqual([
      '21 diagram-too-large: the diagram is too large or takes too long, so its source is shown: the drawings of this deck up to here are larger than 0.0001 MB',
    ])
  })

  test('say each what it takes too much of', async () => {
    expect((await draw([10_000], () => ({ tooMuch: 'drawing it takes more than 10 seconds' }))).found).toEqual([
      '1 diagram-too-large: the diagram is too large or takes too long, so its source is shown: drawing it takes more than 10 seconds',
    ])
  })
})
