import type { StateInline } from 'markdown-it'
import { escapeHtml } from '../../escape-html.ts'
import type { Extension } from '../extension.ts'

/** The class of a formula that is not rendered yet. */
export const MATH_CLASS = 'mathjax'

/**
 * `$x$`, `$$x$$`, `\\(x\\)`, `\\[x\\]` and `\begin{…}…\end{…}`: a formula, whose content is not markdown.
 * A dollar sign before a space opens none, and one before a digit closes none: "$5 and $6" is text.
 */
export const math: Extension = (md) => {
  // Closing delimiters that do not occur any more: searching for them again at each opening one would be quadratic.
  const missing = new WeakMap<StateInline, Map<string, number>>()
  md.inline.ruler.before('escape', 'math', (state, silent) => {
    const ends = missing.get(state) ?? new Map<string, number>()
    missing.set(state, ends)
    const found = findFormula(state, (end, from) => {
      if (from >= (ends.get(end) ?? Infinity)) return -1
      const at = state.src.indexOf(end, from)
      if (at === -1) ends.set(end, from)
      return at
    })
    if (!found) return false
    if (!silent) {
      const token = state.push('math', 'span', 0)
      token.content = found.display ? `\\[${found.tex}\\]` : `\\(${found.tex}\\)`
      if (found.environment) token.content = found.tex
    }
    state.pos = found.end
    return true
  })
  md.renderer.rules['math'] = (tokens, index) => `<span class="${MATH_CLASS}">${escapeHtml(tokens[index]?.content ?? '')}</span>`
}

interface Formula {
  readonly tex: string
  readonly display: boolean
  readonly environment: boolean
  readonly end: number
}

type Find = (end: string, from: number) => number

function findFormula({ src, pos, posMax }: StateInline, find: Find): Formula | undefined {
  const character = src[pos]
  if (character !== '$' && character !== '\\') return undefined
  const delimiters = DELIMITERS.find(({ open }) => src.startsWith(open, pos))
  if (delimiters) return between(src, pos, { ...delimiters, find })
  if (character === '$') return dollar(src, pos, posMax)
  const name = /^\\begin\{([a-zA-Z]+\*?)\}/.exec(src.slice(pos, pos + 40))?.[1]
  if (name === undefined) return undefined
  const close = `\\end{${name}}`
  const end = find(close, pos)
  return end === -1 ? undefined : { tex: src.slice(pos, end + close.length), display: true, environment: true, end: end + close.length }
}

const DELIMITERS: readonly Delimiters[] = [
  { open: '$$', close: '$$', display: true },
  { open: '\\\\(', close: '\\\\)', display: false },
  { open: '\\\\[', close: '\\\\]', display: true },
]

interface Delimiters {
  readonly open: string
  readonly close: string
  readonly display: boolean
}

function between(src: string, start: number, { open, close, display, find }: Delimiters & { readonly find: Find }): Formula | undefined {
  const from = start + open.length
  const to = find(close, from)
  if (to <= from) return undefined
  return { tex: src.slice(from, to), display, environment: false, end: to + close.length }
}

function dollar(src: string, start: number, posMax: number): Formula | undefined {
  if (/\s/.test(src[start + 1] ?? ' ')) return undefined
  for (let to = src.indexOf('$', start + 1); to !== -1 && to < posMax; to = src.indexOf('$', to + 1)) {
    if (src[to - 1] === '\\') continue
    if (to === start + 1 || /\s/.test(src[to - 1] ?? ' ') || /\d/.test(src[to + 1] ?? '')) return undefined
    return { tex: src.slice(start + 1, to), display: false, environment: false, end: to + 1 }
  }
  return undefined
}
