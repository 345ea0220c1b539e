import type { PictureSize } from '../../../core/model.ts'
import { type Density, readExif, writeExif } from '../read-exif.ts'

/** The least Exif data with which browsers show a picture as before; `undefined` if it needs none. */
export function reduceExif(content: Buffer, size: PictureSize | undefined): Buffer | undefined {
  const { orientation, density } = readExif(content)
  const isScaled = density !== undefined && size !== undefined && scales(density, size)
  if (orientation === 1 && !isScaled) return undefined
  return writeExif(orientation, isScaled ? density : undefined)
}

// Pixels of CSS.
const PER_INCH = 72

function scales({ resolution: [x, y], size: [width, height] }: Density, size: PictureSize): boolean {
  const shown = (pixels: number, [numerator, denominator]: readonly [number, number]) =>
    Math.round((pixels * PER_INCH * denominator) / numerator)
  const isShown = shown(size.width, x) === width && shown(size.height, y) === height
  return isShown && (width !== size.width || height !== size.height)
}
