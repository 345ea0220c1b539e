import { generate, lexer, walk } from 'css-tree/dist/csstree.esm'
import type { Declaration } from 'css-tree'
import { nearest } from '../../diagnostics/nearest.ts'

// css-tree's types leave out the table of all properties.
const { properties } = lexer as typeof lexer & { readonly properties: Readonly<Record<string, unknown>> }

// Longer values are gradients and shadows, which are slow to match.
const LONGEST_VALUE = 200

// Old functions whose syntax the lexer knows completely.
const OLD_FUNCTIONS = /^(rgba?|hsla?)$/

// Properties without new keywords for years: an unknown keyword is misspelt, not new.
const OLD_PROPERTIES = new Set(
  (
    'color background-color border-color font-style font-weight text-align text-transform text-decoration-line float clear ' +
    'visibility border-style border-collapse vertical-align font-variant list-style-position table-layout caption-side'
  ).split(' '),
)

// Names from other languages.
const OTHER_NAMES: Readonly<Record<string, string>> = {
  'font-color': 'color',
  'text-color': 'color',
  'font-align': 'text-align',
  'text-size': 'font-size',
  'bg-color': 'background-color',
}

/** What is wrong with a declaration. */
export interface ValueProblem {
  readonly part: 'property' | 'value'
  readonly why: string
  /** The intended value, if there is only one possibility. */
  readonly instead?: string | undefined
}

/** Why every browser ignores a declaration; `undefined` if it is valid, or may be newer than the lexer. */
export function valueProblem(declaration: Declaration): ValueProblem | undefined {
  const property = declaration.property.toLowerCase()
  // Custom and prefixed properties, and tricks for old browsers.
  if (!/^[a-z]/.test(property) || typeof declaration.important === 'string') return undefined
  if (!Object.hasOwn(properties, property)) return nameProblem(property)
  const written = generate(declaration.value).trim()
  if (written.length > LONGEST_VALUE || /[\\!]/.test(written)) return undefined
  if (written === '') return { part: 'property', why: 'the value is missing' }
  if (!isCertain(declaration, property) || !lexer.matchProperty(property, declaration.value).error) return undefined
  const instead = meantValue(written, property)
  const without = /^["']/.test(written) ? ', without quotes' : ''
  const wayOut = instead === undefined ? '' : `; did you mean ${instead}${without}?`
  return { part: 'value', why: `${shown(written)} is not a valid value for ${property}${wayOut}`, instead }
}

function nameProblem(property: string): ValueProblem | undefined {
  const meant = Object.hasOwn(OTHER_NAMES, property) ? OTHER_NAMES[property] : closeName(property)
  return meant === undefined ? undefined : { part: 'property', why: `unknown property ${property}; did you mean ${meant}?` }
}

// A property that is newer than the list is not similar to an old one, or differs by a whole word.
function closeName(property: string): string | undefined {
  const sameStart = Object.keys(properties).filter((name) => name[0] === property[0] && Math.abs(name.length - property.length) <= 2)
  return property.length < 4 ? undefined : nearest(property, sameStart, 2)
}

const UNITS = /^(px|em|rem|pt|vw|vh)$/i

function isCertain({ value }: Declaration, property: string): boolean {
  let certain = true
  walk(value, (node) => {
    if (node.type === 'Function' && !OLD_FUNCTIONS.test(node.name.toLowerCase())) certain = false
    if (node.type === 'Identifier' && (node.name.startsWith('-') || !(OLD_PROPERTIES.has(property) || UNITS.test(node.name))))
      certain = false
    if (node.type === 'Url' || node.type === 'Parentheses' || node.type === 'Brackets') certain = false
  })
  return certain
}

const shown = (written: string) => (written.startsWith('"') ? written : `"${written}"`)

function meantValue(written: string, property: string): string | undefined {
  const quoted = /^"(.*)"$|^'(.*)'$/.exec(written)
  const candidates = [
    quoted?.[1] ?? quoted?.[2],
    written.replace(/^#+/, '#'),
    /^[0-9a-f]{3,8}$/i.test(written) ? `#${written}` : undefined,
    written.replace(/(\d) +(px|em|rem|%|pt|vh|vw)\b/g, '$1$2'),
    /^\d+(\.\d+)?$/.test(written) ? `${written}px` : undefined,
  ]
  return candidates.find((candidate) => candidate !== undefined && candidate !== written && fits(property, candidate))
}

function fits(property: string, value: string): boolean {
  return !lexer.matchProperty(property, value).error
}
