import { tokenize, tokenTypes } from 'css-tree/dist/csstree.esm'
import type { CssNode, SyntaxParseError } from 'css-tree'

/** A part that is not valid CSS, which browsers ignore. Offsets are 0-based, in characters. */
export interface SyntaxProblem {
  readonly why: string
  readonly from: number
  readonly to: number
}

/** Collects syntax errors of `css`: pass `onParseError` to the parser, and call `problems` afterwards. */
export function collectSyntaxProblems(css: string): {
  readonly onParseError: (error: SyntaxParseError, skipped: CssNode | null) => void
  readonly problems: () => readonly SyntaxProblem[]
} {
  const found: SyntaxProblem[] = []
  return {
    // Despite its type, the node may be missing.
    onParseError(error, skipped) {
      const { start, end } = skipped?.loc ?? {}
      const [from, to] = [start?.offset ?? error.offset, end?.offset ?? error.offset]
      // The parser may report one part twice, the second time inside it or at its end.
      if (from <= (found.at(-1)?.to ?? -1)) return
      const why = whyOf(error, css.slice(from, to))
      if (why !== undefined) found.push({ why, from, to })
    },
    problems() {
      const open = openBlock(css)
      return open ? [...found.filter(({ from }) => from < open.from), open] : found
    },
  }
}

function whyOf({ message }: SyntaxParseError, skipped: string): string | undefined {
  if (/^(\/\/|#\s)/.test(skipped)) return 'write comments as /* … */'
  if (skipped.startsWith('}')) return 'unexpected "}"'
  if (message === 'Colon is expected' && /^[-\w]+\s[^{]*$/.test(skipped)) return 'missing ":" between property and value'
  if (message === 'Identifier is expected' && /^["'\w#.]/.test(skipped)) return 'not a declaration'
  if (message === 'Selector is expected' && !skipped.includes('{')) return 'not a rule'
  // Syntax of a single browser, or too new for the parser.
  return undefined
}

// Browsers close open blocks at the end of a style sheet; everything before belongs to the block.
function openBlock(css: string): SyntaxProblem | undefined {
  const open: number[] = []
  tokenize(css, (type, start) => {
    if (type === tokenTypes.LeftCurlyBracket) open.push(start)
    else if (type === tokenTypes.RightCurlyBracket) open.pop()
  })
  const from = open.at(-1)
  return from === undefined ? undefined : { why: 'missing "}" for the block that starts here', from, to: from + 1 }
}
