import { readFileSync } from 'node:fs'
import path from 'node:path'
import { CARD_SIZE, type CardElement } from '../../core/pages/preview-card/card-tree.ts'
import { findPackage } from '../package/package-paths.ts'
import type { FontFile } from './card-font.ts'

/** Draws a card as JPEG. The same tree gives the same bytes on all machines. Throws where it cannot be drawn. */
export type PaintCard = (tree: CardElement) => Promise<Buffer>

const [LAYOUT, PAINTER, ENCODER] = ['satori', '@resvg/resvg-wasm', 'jpeg-js'] as const
// Of 100: text stays clean, and a photo has a fifth of the bytes of a PNG, which some messengers would not load.
const QUALITY = 88

/** The versions of what draws cards. */
export function painterVersions(): readonly string[] {
  return [LAYOUT, PAINTER, ENCODER].map((name) => `${name} ${findPackage(name)?.version}`)
}

/**
 * Loads what draws cards, which takes a quarter of a second: satori lays the text out and turns it into paths, and resvg paints them and the pictures; jpeg-js encodes the result.
 * As WebAssembly, resvg reaches no file and no network, whatever a picture contains.
 */
export async function loadCardPainter(fonts: readonly FontFile[]): Promise<PaintCard> {
  const [{ default: layOut }, { initWasm, Resvg }, { encode }] = await Promise.all([
    import('satori'),
    import('@resvg/resvg-wasm'),
    import('jpeg-js'),
  ])
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
        return encode({ ...CARD_SIZE, data: image.pixels }, QUALITY).data
      } finally {
        image.free()
      }
    } finally {
      painter.free()
    }
  }
}
