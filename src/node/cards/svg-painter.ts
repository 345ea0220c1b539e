import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { findPackage } from '../package/package-paths.ts'

/** Paints an SVG; four bytes a pixel. Throws where it cannot be painted; what is painted next is not affected. */
export type PaintSvg = (svg: string) => Promise<Uint8Array>

export const PAINTER = '@resvg/resvg-wasm'

/** Opens a painter of SVG. As WebAssembly, it reaches no file and no network, whatever a picture contains. */
export function openSvgPainter(): PaintSvg {
  let loading: Promise<PaintSvg> | undefined
  return async (svg) => {
    try {
      const paint = await (loading ??= loadResvg())
      return await paint(svg)
    } catch (cause) {
      // A picture that stops WebAssembly leaves its memory as it was in the middle of the work, where later ones would fail.
      loading = undefined
      throw cause instanceof Error && cause.name === 'RuntimeError' ? new Error(`resvg has stopped (${cause.message})`, { cause }) : cause
    }
  }
}

// The package keeps one instance for each time that it is loaded, and only CommonJS is loaded again.
async function loadResvg(): Promise<PaintSvg> {
  const require = createRequire(import.meta.url)
  const file = require.resolve(PAINTER)
  Reflect.deleteProperty(require.cache, file)
  // The types of the package are those of its file.
  const { initWasm, Resvg } = require(file) as typeof import('@resvg/resvg-wasm')
  await initWasm(readFileSync(path.join(findPackage(PAINTER)?.folder ?? '', 'index_bg.wasm')))
  return async (svg) => {
    // Nothing is freed after a failure, since the instance is given up with it.
    const resvg = new Resvg(svg, { font: { loadSystemFonts: false } })
    const image = resvg.render()
    const { pixels } = image
    image.free()
    resvg.free()
    return pixels
  }
}
