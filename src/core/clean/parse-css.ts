import { generate, parse, tokenize, tokenTypes } from 'css-tree/dist/csstree.esm'
import type { CssNode, ParseOptions } from 'css-tree'

const CLOSING = new Map<number, number>([
  [tokenTypes.Function, tokenTypes.RightParenthesis],
  [tokenTypes.LeftParenthesis, tokenTypes.RightParenthesis],
  [tokenTypes.LeftSquareBracket, tokenTypes.RightSquareBracket],
  [tokenTypes.LeftCurlyBracket, tokenTypes.RightCurlyBracket],
])
const CLOSERS: ReadonlySet<number> = new Set(CLOSING.values())

// Parser and visitors are recursive.
const DEEPEST_CSS = 50
// For each error, css-tree splits the whole text into lines.
const MOST_ERRORS = 200

class TooManyErrors extends Error {}

interface ParseCssOptions extends ParseOptions {
  /** Called with the reason if the text is not parsed. */
  readonly onUnread?: (why: string) => void
}

/**
 * Parses CSS; the tree is empty if a limit is exceeded. At an unmatched closing bracket, css-tree reads past its tokens into those of
 * the previous text, so one deck could change the next: such brackets are replaced by question marks, which are equally invalid.
 */
export function parseCss(css: string, { onUnread, ...options }: ParseCssOptions): CssNode {
  const { stray, isTooDeep } = readBrackets(css)
  const ends = stray.map((at) => at + 1)
  const text = [0, ...ends].map((from, index) => css.slice(from, stray[index])).join('?')
  let errors = 0
  const onParseError: NonNullable<ParseOptions['onParseError']> = (...error) => {
    errors += 1
    if (errors > MOST_ERRORS) throw new TooManyErrors()
    options.onParseError?.(...error)
  }
  const read = (from: string) => parse(from, { ...options, onParseError, parseCustomProperty: true })
  if (isTooDeep) onUnread?.('its brackets are nested too deeply')
  try {
    return read(isTooDeep ? '' : text)
  } catch (cause) {
    if (!(cause instanceof TooManyErrors)) throw cause
    onUnread?.(`more than ${MOST_ERRORS} parts of it are not CSS`)
    return read('')
  }
}

/** The text of a style sheet for a `<style>` element, which it cannot close. */
export function writeSheet(sheet: CssNode): string {
  return generate(sheet).replace(/<(?=[/!])/g, '\\3c ')
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
