import { parseMapping } from '../../config/parse-mapping.ts'
import type { ForeignBody, FrontMatterData } from '../dialect.ts'

/** Directives of Marp about a slide and those after it; with `_` about the slide alone. */
export const LOCAL = [
  'paginate',
  'header',
  'footer',
  'class',
  'backgroundColor',
  'backgroundImage',
  'backgroundPosition',
  'backgroundRepeat',
  'backgroundSize',
  'color',
] as const
/** Directives of Marp about the deck. */
export const GLOBAL = [
  'theme',
  'style',
  'headingDivider',
  'lang',
  'title',
  'author',
  'description',
  'keywords',
  'url',
  'image',
  'marp',
  'size',
  'math',
  'transition',
]
const KNOWN: ReadonlySet<string> = new Set([...LOCAL, ...LOCAL.map((name) => `_${name}`), ...GLOBAL, '_transition'])
/** A directive as it applies to a slide: its value, and the 1-based line that sets it. */
export interface Directive {
  readonly value: string
  readonly line: number
}

export type Directives = ReadonlyMap<string, Directive>

// It is repeated on every slide.
const LONGEST_DIRECTIVE = 1000

/** A directive as the entry of a map, if it has a value. */
export function directive(
  name: string,
  value: unknown,
  { line, leaveOut }: { readonly line: number } & Pick<ForeignBody, 'leaveOut'>,
): readonly (readonly [string, Directive])[] {
  if (value === undefined) return []
  const text = Array.isArray(value)
    ? value.join(' ')
    : value === null
      ? ''
      : typeof value === 'object'
        ? ''
        : String(value as string | number | boolean)
  if (text.length <= LONGEST_DIRECTIVE) return [[name, { value: text, line }]]
  leaveOut(`"${name}" with more than ${LONGEST_DIRECTIVE} characters`)
  return []
}

/** The directives in a comment with nothing else; any other is a note. */
export function readDirectives(text: string): FrontMatterData | undefined {
  if (!/^\s*_?[a-zA-Z]+\s*:/.test(text)) return undefined
  const parsed = parseMapping(text.replace(/^([ \t]*\w+:[ \t]*)(#[\da-f]{3,8})[ \t]*$/gim, '$1"$2"'))
  if ('problem' in parsed || parsed.mapping.size === 0) return undefined
  return [...parsed.mapping.keys()].every((name) => KNOWN.has(name)) ? parsed.mapping : undefined
}
