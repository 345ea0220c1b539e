import type { DrawnDiagram } from '../../src/core/model.ts'
import type { DiagramRenderer } from '../../src/node/diagrams/open-diagram-renderer.ts'

const drawingOf = (source: string): DrawnDiagram => {
  if (source.includes('later')) return { later: 'Chromium was not found' }
  if (source.includes('missing')) return { missing: 'the package mermaid is missing', remedy: 'run `npm install mermaid` and build again' }
  return source.includes('slow') ? { tooMuch: 'drawing it takes more than 10 seconds' } : { svg: '<svg viewBox="0 0 80 60"></svg>' }
}

/** Draws an empty picture in the place of every diagram, and leaves those that say so to the browser. */
export const stubDiagramRenderer: DiagramRenderer = {
  draw: async ({ source }) => ({ drawing: drawingOf(source), took: 0 }),
  script: { name: 'mermaid-1.2.3.js', file: import.meta.filename, licence: import.meta.filename, bytes: 5_500_000 },
  close: async () => undefined,
}
