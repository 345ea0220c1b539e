import { generate, parse, tokenize, tokenTypes } from 'css-tree/dist/csstree.esm'
import type { CssNode, ParseOptions } from 'css-tree'

const CLOSING = new Map<number, number>([
  [tokenTypes.Function, tokenTypes.RightParenthesis],
  [tokenTypes.LeftParenthesis, tokenTypes.RightParenthesis],
  [tokenTypes.LeftSquareBracket, tokenTypes.RightSquareBracket],
  [tokenTypes.LeftCurlyBracket, tokenTypes.RightCurlyBracket],
])
const CLOSERS: ReadonlySet<number> = new Set(CLOSING.values())

/**
 * The tree of a piece of CSS. css-tree reads past its tokens into those of the text before when a bracket closes what was never
 * opened: what one deck writes could change, or stop, the next. Such a bracket is as wrong to a browser as a question mark.
 */
export function parseCss(css: string, options: ParseOptions): CssNode {
  return parse(withoutStrayBrackets(css), { onParseError: () => undefined, ...options, parseCustomProperty: true })
}

/** The text of a style sheet that stands in an element, and cannot leave it. */
export function writeSheet(sheet: CssNode): string {
  return generate(sheet).replace(/<(?=[/!])/g, '\\3c ')
}

function withoutStrayBrackets(css: string): string {
  if (!/[)\]}]/.test(css)) return css
  const open: number[] = []
  const stray: number[] = []
  tokenize(css, (type, start) => {
    const closing = CLOSING.get(type)
    if (closing !== undefined) open.push(closing)
    else if (type === open.at(-1)) open.pop()
    else if (open.length === 0 && CLOSERS.has(type)) stray.push(start)
  })
  const ends = stray.map((at) => at + 1)
  return [0, ...ends].map((from, index) => css.slice(from, stray[index])).join('?')
}
