import { readFileSync } from 'node:fs'
import path from 'node:path'
import { CARD_SIZE, type CardElement } from '../../core/pages/card/card-tree.ts'
import { findPackage } from '../package/package-paths.ts'
import type { FontFile } from './card-font.ts'

/** Draws a card as PNG. The same tree gives the same bytes on all machines. Throws where it cannot be drawn. */
export type DrawCard = (tree: CardElement) => Promise<Buffer>

const [LAYOUT, PAINTER] = ['satori', '@resvg/resvg-wasm'] as const

/** The versions of what draws cards. */
export function drawerVersions(): readonly string[] {
  return [LAYOUT, PAINTER].map((name) => `${name} ${findPackage(name)?.version}`)
}

/**
 * Loads what draws cards, which takes a quarter of a second: satori lays the text out and turns it into paths, and resvg paints them and the pictures.
 * As WebAssembly, resvg reaches no file and no network, whatever a picture contains.
 */
export async function loadCardDrawer(fonts: readonly FontFile[]): Promise<DrawCard> {
  const [{ default: layOut }, { initWasm, Resvg }] = await Promise.all([import('satori'), import('@resvg/resvg-wasm')])
  try {
    await initWasm(readFileSync(path.join(findPackage(PAINTER)?.folder ?? '', 'index_bg.wasm')))
  } catch (cause) {
    // The package keeps one instance for a process, and refuses to make another.
    if (!(cause instanceof Error && cause.message.startsWith('Already initialized'))) throw cause
  }
  return async (tree) => {
    const svg = await layOut(tree, { ...CARD_SIZE, fonts: [...fonts] })
    const painter = new Resvg(svg, { font: { loadSystemFonts: false } })
    try {
      const image = painter.render()
      try {
        return Buffer.from(image.asPng())
      } finally {
        image.free()
      }
    } finally {
      painter.free()
    }
  }
}
