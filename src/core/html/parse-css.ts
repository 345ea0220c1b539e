import { generate, parse, tokenize, tokenTypes } from 'css-tree/dist/csstree.esm'
import type { CssNode, ParseOptions } from 'css-tree'

const CLOSING = new Map<number, number>([
  [tokenTypes.Function, tokenTypes.RightParenthesis],
  [tokenTypes.LeftParenthesis, tokenTypes.RightParenthesis],
  [tokenTypes.LeftSquareBracket, tokenTypes.RightSquareBracket],
  [tokenTypes.LeftCurlyBracket, tokenTypes.RightCurlyBracket],
])
const CLOSERS: ReadonlySet<number> = new Set(CLOSING.values())

// The parser, and what looks through its tree, call themselves for each level.
const DEEPEST_CSS = 50

/**
 * The tree of a piece of CSS; an empty one where its brackets stand in each other too deep. css-tree reads past its tokens into those of
 * the text before when a bracket closes what was never opened: what one deck writes could change, or stop, the next. Such a bracket is as
 * wrong to a browser as a question mark.
 */
export function parseCss(css: string, options: ParseOptions): CssNode {
  const { stray, isTooDeep } = readBrackets(css)
  const ends = stray.map((at) => at + 1)
  const text = [0, ...ends].map((from, index) => css.slice(from, stray[index])).join('?')
  return parse(isTooDeep ? '' : text, { onParseError: () => undefined, ...options, parseCustomProperty: true })
}

/** The text of a style sheet that stands in an element, and cannot leave it. */
export function writeSheet(sheet: CssNode): string {
  return generate(sheet).replace(/<(?=[/!])/g, '\\3c ')
}

/** Whether brackets stand in each other deeper than is read. */
export function isTooDeepCss(css: string): boolean {
  return readBrackets(css).isTooDeep
}

function readBrackets(css: string): { readonly stray: readonly number[]; readonly isTooDeep: boolean } {
  if (!/[([{)\]}]/.test(css)) return { stray: [], isTooDeep: false }
  const open: number[] = []
  const stray: number[] = []
  let deepest = 0
  tokenize(css, (type, start) => {
    const closing = CLOSING.get(type)
    if (closing !== undefined) deepest = Math.max(deepest, open.push(closing))
    else if (type === open.at(-1)) open.pop()
    else if (open.length === 0 && CLOSERS.has(type)) stray.push(start)
  })
  return { stray, isTooDeep: deepest > DEEPEST_CSS }
}
