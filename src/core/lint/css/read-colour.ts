import { generate } from 'css-tree/dist/csstree.esm'
import type { Declaration } from 'css-tree'
import { parseCss } from '../../clean/parse-css.ts'

/** Red, green and blue from 0 to 255. */
export type Colour = readonly [red: number, green: number, blue: number]

// The sixteen names of HTML and others that decks use; further names are unknown here.
const NAMED: Readonly<Record<string, string>> = {
  black: '000000',
  white: 'ffffff',
  red: 'ff0000',
  green: '008000',
  lime: '00ff00',
  blue: '0000ff',
  navy: '000080',
  yellow: 'ffff00',
  orange: 'ffa500',
  purple: '800080',
  fuchsia: 'ff00ff',
  magenta: 'ff00ff',
  aqua: '00ffff',
  cyan: '00ffff',
  teal: '008080',
  olive: '808000',
  maroon: '800000',
  silver: 'c0c0c0',
  gray: '808080',
  grey: '808080',
  lightgray: 'd3d3d3',
  lightgrey: 'd3d3d3',
  darkgray: 'a9a9a9',
  darkgrey: 'a9a9a9',
  pink: 'ffc0cb',
  gold: 'ffd700',
}

/** Reads an opaque colour, by name or in hexadecimal; `undefined` for any other. */
export function readColour(written: string): Colour | undefined {
  const text = written.trim().toLowerCase()
  const digits = Object.hasOwn(NAMED, text) ? NAMED[text] : /^#([0-9a-f]{3}|[0-9a-f]{6})$/.exec(text)?.[1]
  if (digits === undefined) return undefined
  const pairs = digits.length === 3 ? [0, 1, 2].map((at) => digits.charAt(at).repeat(2)) : [0, 2, 4].map((at) => digits.slice(at, at + 2))
  const [red = 0, green = 0, blue = 0] = pairs.map((pair) => Number.parseInt(pair, 16))
  return [red, green, blue]
}

/** The contrast ratio of two colours by WCAG 2, from 1 to 21. */
export function contrastOf(one: Colour, other: Colour): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].toSorted((a, b) => a - b)
  return (light + 0.05) / (dark + 0.05)
}

function luminance(colour: Colour): number {
  const [red = 0, green = 0, blue = 0] = colour.map((part) => {
    const share = part / 255
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

/** The last declaration of each property in a `style` attribute. */
export function readDeclarations(style: string): ReadonlyMap<string, string> {
  if (style === '') return new Map()
  const list = parseCss(style, { context: 'declarationList' })
  const declarations = list.type === 'DeclarationList' ? list.children.toArray() : []
  const isDeclaration = (node: (typeof declarations)[number]): node is Declaration => node.type === 'Declaration'
  return new Map(declarations.filter(isDeclaration).map(({ property, value }) => [property.toLowerCase(), generate(value)]))
}
