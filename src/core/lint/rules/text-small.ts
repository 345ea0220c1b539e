import { attributeOf, textOf } from '../../tree.ts'
import type { Element } from '../../model.ts'
import { readDeclarations } from '../css/read-colour.ts'
import { locationFinder, spellingsOf } from '../../deck/find-location.ts'
import type { Rule } from '../rule.ts'

// In pixels, for a slide that is 960 pixels wide.
const LEAST = 14
// The sizes of <font size="1"> and others in pixels.
const FONT_SIZES: Readonly<Record<string, number>> = { 1: 10, 2: 13, '-1': 13, '-2': 10 }
// Elements that are small by default.
const ASIDE = new Set(['small', 'sup', 'sub', 'figcaption', 'footer', 'cite', 'rt'])

/** Text with a font size that is too small to read from a distance. Relative sizes are ignored. */
export const textSmall: Rule = ({ deck, columns }, { report, sourceLines, elementsOf }) => {
  const findLocation = locationFinder(deck, sourceLines)
  const { width } = deck.options.reveal
  if (width !== undefined && typeof width !== 'number') return
  const least = Math.round((LEAST * (width ?? 960)) / 960)
  for (const slide of columns.flat()) {
    for (const element of elementsOf(slide)) {
      const size = sizeOf(element)
      if (size === undefined || size.pixels >= least || size.pixels === 0 || ASIDE.has(element.tagName) || textOf(element) === '') continue
      report('text-small', findLocation(slide.lines.get(element), ...size.spellings), `${size.pixels} pixels`, `${least} pixels`)
    }
  }
}

function sizeOf(element: Element): { readonly pixels: number; readonly spellings: readonly string[] } | undefined {
  const style = attributeOf(element, 'style') ?? ''
  const written = style.includes('font-size') ? readDeclarations(style).get('font-size') : undefined
  const [, number, unit] = /^(\d+(?:\.\d+)?)(px|pt)$/.exec(written ?? '') ?? []
  if (written !== undefined) {
    if (number === undefined) return undefined
    return { pixels: Math.round(Number(number) * (unit === 'pt' ? 4 / 3 : 1)), spellings: spellingsOf('font-size', written) }
  }
  const size = element.tagName === 'font' ? attributeOf(element, 'size')?.trim() : undefined
  const pixels = size !== undefined && Object.hasOwn(FONT_SIZES, size) ? FONT_SIZES[size] : undefined
  return pixels === undefined || size === undefined ? undefined : { pixels, spellings: spellingsOf('size', size) }
}
