import type { StateInline } from 'markdown-it'
import { escapeHtml } from '../../escape-html.ts'
import type { Extension } from '../extension.ts'

/** The class under which a formula waits for its rendering. */
export const MATH_CLASS = 'mathjax'

/**
 * `$x$`, `$$x$$`, `\\(x\\)`, `\\[x\\]` and `\begin{…}…\end{…}`: a formula, whose content is no markdown.
 * A dollar before a blank opens none, and one before a digit closes none: "$5 and $6" is text.
 */
export const math: Extension = (md) => {
  md.inline.ruler.before('escape', 'math', (state, silent) => {
    const found = findFormula(state)
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

function findFormula({ src, pos, posMax }: StateInline): Formula | undefined {
  const character = src[pos]
  if (character === '$')
    return src[pos + 1] === '$' ? between(src, { start: pos, open: '$$', close: '$$', display: true }) : dollar(src, pos, posMax)
  if (character !== '\\') return undefined
  if (src.startsWith('\\\\(', pos)) return between(src, { start: pos, open: '\\\\(', close: '\\\\)', display: false })
  if (src.startsWith('\\\\[', pos)) return between(src, { start: pos, open: '\\\\[', close: '\\\\]', display: true })
  const name = /^\\begin\{([a-zA-Z]+\*?)\}/.exec(src.slice(pos, pos + 40))?.[1]
  if (name === undefined) return undefined
  const close = `\\end{${name}}`
  const end = src.indexOf(close, pos)
  return end === -1 ? undefined : { tex: src.slice(pos, end + close.length), display: true, environment: true, end: end + close.length }
}

interface Delimiters {
  readonly start: number
  readonly open: string
  readonly close: string
  readonly display: boolean
}

function between(src: string, { start, open, close, display }: Delimiters): Formula | undefined {
  const from = start + open.length
  const to = src.indexOf(close, from)
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
