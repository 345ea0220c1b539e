import type { RendererRule } from 'markdown-it'
import { escapeHtml } from '../../escape-html.ts'
import type { Extension, PassageEnv } from '../extension.ts'

/** What the info string of a fence contains. */
export interface FenceInfo {
  readonly language: string
  /** Number of the first line; `continue` goes on from the block before. */
  readonly firstLine?: number | 'continue'
  readonly wraps: boolean
  /** Lines to show one step after the other, as `1|3-4`. */
  readonly steps?: string
}

/** Reads ` ```js=101 {1|3-4} ! `: language, numbering, steps, wrapping. */
export function readFenceInfo(info: string): FenceInfo {
  const text = info.trim()
  const [, language = '', numbered, first] = /^([^\s={!]*)(=(\d+|\+)?)?/.exec(text) ?? []
  const steps = /\{([\d,\s|:-]+)\}/.exec(text)?.[1]
  const start = first === '+' ? 'continue' : Number(first ?? 1)
  return {
    language,
    firstLine: numbered === undefined ? undefined : start,
    wraps: text.endsWith('!'),
    steps: steps?.replace(/\s/g, ''),
  }
}

// HedgeDoc draws these in notes and shows them as code on slides.
const UNDRAWN: ReadonlySet<string> = new Set(['plantuml', 'vega', 'vega-lite', 'markmap', 'geo', 'fretboard'])

/** Highlighted code. A pass over the tree adds line numbers and steps later. */
export const code: Extension = (md) => {
  const fence: RendererRule = (tokens, index, _options, env, self) => {
    const token = tokens[index]
    if (!token) return ''
    // `renderMarkdown` renders every passage with this environment.
    const passage = env as PassageEnv
    const info = readFenceInfo(token.info)
    const highlighted = info.language === '' ? undefined : passage.highlight(token.content, info.language)
    if (highlighted === undefined && info.language !== '')
      passage.report(UNDRAWN.has(info.language) ? 'diagram-unsupported' : 'code-language', (token.map?.[0] ?? 0) + 1, info.language)
    const first = info.firstLine === 'continue' ? passage.nextLine : info.firstLine
    if (first !== undefined) passage.nextLine = first + token.content.split('\n').length - 1
    if (first !== undefined || info.steps !== undefined) token.attrSet('data-line-numbers', info.steps ?? '')
    if (first !== undefined) token.attrSet('data-ln-start-from', String(first))
    const classes = [...(info.wraps ? ['wrap'] : []), ...(info.language === '' ? [] : [info.language, 'hljs'])]
    const attribute = classes.length === 0 ? '' : ` class="${escapeHtml(classes.join(' '))}"`
    return `<pre${self.renderAttrs(token)}><code${attribute}>${highlighted ?? escapeHtml(token.content)}</code></pre>\n`
  }
  md.renderer.rules['fence'] = fence
}
