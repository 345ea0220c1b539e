import type { Drawing } from '../../src/core/model.ts'
import type { Drawer } from '../../src/node/diagrams/open-drawer.ts'

const drawingOf = (source: string): Drawing => {
  if (source.includes('later')) return { later: 'there is no Chromium' }
  return source.includes('slow') ? { tooMuch: 'more than 10 seconds' } : { svg: '<svg viewBox="0 0 80 60"></svg>' }
}

/** Draws an empty picture in the place of every diagram, and leaves those that say so to the browser. */
export const stubDrawer: Drawer = {
  draw: async ({ source }) => ({ drawing: drawingOf(source), took: 0 }),
  script: { name: 'mermaid-1.2.3.js', file: import.meta.filename, licence: import.meta.filename, bytes: 5_500_000 },
  close: async () => undefined,
}
