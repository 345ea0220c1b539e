import { walk } from 'css-tree/dist/csstree.esm'
import type { CssNode, Declaration } from 'css-tree'
import { parseCss } from '../../clean/parse-css.ts'
import { LONGEST_CSS } from '../../clean/policy.ts'
import { collectSyntaxProblems } from './syntax-problems.ts'
import { valueProblem, type ValueProblem } from './value-problem.ts'

/** A declaration that every browser ignores, or a syntax error. */
export interface CssProblem {
  readonly code: 'css-invalid' | 'css-broken'
  readonly why: string
  /** Where the mistake is in the CSS: a 0-based offset in characters. */
  readonly at: number
  /** The declaration, or the invalid part, as written, and its start. */
  readonly declaration: string
  readonly from: number
  /** The value as written, and the intended one. */
  readonly meant?: { readonly was: string; readonly text: string } | undefined
}

/** Finds mistakes in a style sheet or a `style` attribute. */
export type CheckCss = (css: string, context: 'stylesheet' | 'declarationList') => readonly CssProblem[]

// The decks of a site often contain the same style sheets and attributes.
const MOST_KNOWN = 2000
const LONGEST_KNOWN = 5000
const LONGEST_DECLARATION = 200
// Limits for one style sheet.
const MOST_PROBLEMS = 50
const MOST_DECLARATIONS = 2000

/** A checker that checks each style sheet once, even if many decks contain it. */
export function createCssChecker(): CheckCss {
  const known = new Map<string, readonly CssProblem[]>()
  const problemOf = rememberProblems()
  return (css, context) => {
    const key = `${context} ${css}`
    const found = known.get(key) ?? (css.length > LONGEST_CSS ? [] : checkCss(css, { context, problemOf }))
    if (css.length < LONGEST_KNOWN && known.size < MOST_KNOWN) known.set(key, found)
    return found
  }
}

type ProblemOf = (declaration: Declaration, written: string) => ValueProblem | undefined

// Matching values is the slowest part, and different style sheets contain the same declarations.
function rememberProblems(): ProblemOf {
  const known = new Map<string, ValueProblem | undefined>()
  return (declaration, written) => {
    if (known.has(written)) return known.get(written)
    const problem = valueProblem(declaration)
    if (written.length < LONGEST_DECLARATION && known.size < MOST_KNOWN) known.set(written, problem)
    return problem
  }
}

interface Checking {
  readonly context: Parameters<CheckCss>[1]
  readonly problemOf: ProblemOf
}

function checkCss(css: string, { context, problemOf }: Checking): readonly CssProblem[] {
  const { onParseError, problems } = collectSyntaxProblems(css)
  const root = parseCss(css, { context, positions: true, onParseError })
  const broken = problems().map(({ why, from, to }): CssProblem => ({
    code: 'css-broken',
    why,
    at: from,
    declaration: css.slice(from, to),
    from,
  }))
  const invalid = declarationsOf(root)
    .slice(0, MOST_DECLARATIONS)
    .flatMap((declaration): CssProblem[] => {
      const { start, end } = declaration.loc ?? {}
      const problem = problemOf(declaration, css.slice(start?.offset, end?.offset))
      const range = problem && rangeOf(declaration, problem)
      if (!problem || !range) return []
      const { why, instead } = problem
      const was = css.slice(range.at, range.until).trimEnd()
      const meant = instead === undefined ? undefined : { was, text: instead }
      return [{ code: 'css-invalid', why, at: range.at, from: range.from, declaration: css.slice(range.from, range.to), meant }]
    })
  return [...broken, ...invalid].slice(0, MOST_PROBLEMS)
}

function declarationsOf(root: CssNode): Declaration[] {
  const found: Declaration[] = []
  walk(root, {
    visit: 'Declaration',
    enter(declaration) {
      // Directly in an at-rule it is a descriptor; `@supports` is for CSS that not all browsers support.
      const isTried = this.atrule?.name.toLowerCase() === 'supports'
      if (!isTried && (this.rule !== null || !this.atrule)) found.push(declaration)
    },
  })
  return found
}

function rangeOf({ loc, value }: Declaration, { part }: ValueProblem): Record<'at' | 'until' | 'from' | 'to', number> | undefined {
  if (!loc) return undefined
  const [from, to] = [loc.start.offset, loc.end.offset]
  if (part === 'property' || !value.loc) return { at: from, until: from, from, to }
  return { at: value.loc.start.offset, until: value.loc.end.offset, from, to }
}
