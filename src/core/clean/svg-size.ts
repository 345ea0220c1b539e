import type { PictureSize } from '../model.ts'
import { attributeOf } from '../tree.ts'
import { parseSvg } from './clean-svg.ts'

/** The size of an SVG file from its text, as a browser shows it in an `<img>`; the start of the text is enough. */
export function svgSize(text: string): PictureSize | undefined {
  const start = text.search(/<svg[\s>]/)
  const root = start === -1 ? undefined : parseSvg(text.slice(start, text.indexOf('>', start) + 1))
  if (!root) return undefined
  const [, , boxWidth = 0, boxHeight = 0] = (attributeOf(root, 'viewBox') ?? '')
    .trim()
    .split(/[\s,]+/)
    .map(Number)
  const [width, height] = ['width', 'height'].map((name) => pixelsOf(attributeOf(root, name) ?? ''))
  const ratio = boxWidth > 0 && boxHeight > 0 ? boxWidth / boxHeight : undefined
  if (width !== undefined && height !== undefined) return { width, height }
  if (ratio === undefined) return undefined
  if (width !== undefined) return { width, height: width / ratio }
  if (height !== undefined) return { width: height * ratio, height }
  // It has a shape and no size: it is as wide as there is room.
  return { width: boxWidth, height: boxHeight, fills: true }
}

// Pixels of CSS; a share of something unknown is no size.
const UNITS: Readonly<Record<string, number>> = { '': 1, px: 1, pt: 4 / 3, pc: 16, in: 96, cm: 96 / 2.54, mm: 96 / 25.4, em: 16, rem: 16 }

function pixelsOf(length: string): number | undefined {
  const [, number = '', unit = ''] = /^\s*\+?(\d*\.?\d+(?:e[+-]?\d+)?)([a-z]*)\s*$/i.exec(length) ?? []
  const pixels = Number.parseFloat(number) * (UNITS[unit.toLowerCase()] ?? Number.NaN)
  return pixels > 0 && Number.isFinite(pixels) ? pixels : undefined
}
