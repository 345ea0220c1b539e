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
  readonly title?: string
}

/**
 * Reads ` ```js=101 {1|3-4} ! `: language, numbering, steps, wrapping; the same as reveal.js writes it, ` ```js [101: 1|3-4] `, and
 * Pandoc, ` ```{.js code-line-numbers="1|3-4"} `.
 */
export function readFenceInfo(info: string): FenceInfo {
  const text = info.trim()
  const [, pandoc] = /^\{\s*\.?([a-z][\w+#.-]*)/i.exec(text) ?? []
  const [, language = '', numbered, first] = /^([^\s={![,:]*)(=(\d+|\+)?)?/.exec(text) ?? []
  const start = first === '+' ? 'continue' : Number(first ?? 1)
  const rest = text.slice(language.length)
  const steps = /\{((?:[\d,\s|:*-]|all)+)\}/.exec(rest)?.[1] ?? /\b(?:code|data)-line-numbers="([^"]*)"/.exec(rest)?.[1]
  const bracket = readBracket(/\[([^\]]{0,200})\]/.exec(rest)?.[1])
  return {
    language: pandoc ?? language,
    firstLine: numbered === undefined ? bracket.firstLine : start,
    wraps: text.endsWith('!'),
    steps: readSteps(steps ?? bracket.steps),
    title: bracket.title,
  }
}

// `[1|3-4]` of reveal.js, also with the number of the first line before it and a title after it; in other tools a title alone.
function readBracket(written: string | undefined): Partial<FenceInfo> {
  if (written === undefined) return {}
  const text = written.replace(/\s+/g, ' ').trim()
  const [whole, first, steps = '', title] = /^(?:(\d*) ?:)?([\d ,|-]*)(?:: ?(.*))?$/.exec(text) ?? []
  if (whole === undefined) return { title: text.replace(/^: ?/, '') || undefined }
  return { firstLine: Number(first || 1), steps: steps.trim() === '' ? undefined : steps, title: title || undefined }
}

// In Slidev, `all` and `*` are all lines.
function readSteps(written: string | undefined): string | undefined {
  const steps = written?.replace(/\s/g, '').replace(/all|\*/g, '')
  return steps !== undefined && /^[\d,|:-]*$/.test(steps) ? steps : undefined
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
    const line = (token.map?.[0] ?? 0) + 1
    const highlighted = info.language === '' ? undefined : passage.highlight(token.content, info.language)
    if (highlighted === undefined && info.language !== '')
      passage.report(UNDRAWN.has(info.language) ? 'diagram-unsupported' : 'code-language', line, info.language)
    if (highlighted && 'tooLarge' in highlighted) passage.report('code-too-large', line, highlighted.tooLarge)
    const html = highlighted && 'html' in highlighted ? highlighted.html : escapeHtml(token.content)
    const title = info.title === undefined ? '' : `<p class="code-title">${escapeHtml(info.title)}</p>\n`
    const first = info.firstLine === 'continue' ? passage.nextLine : info.firstLine
    if (first !== undefined) passage.nextLine = first + token.content.split('\n').length - 1
    if (first !== undefined || info.steps !== undefined) token.attrSet('data-line-numbers', info.steps ?? '')
    if (first !== undefined) token.attrSet('data-ln-start-from', String(first))
    const classes = [...(info.wraps ? ['wrap'] : []), ...(info.language === '' ? [] : [info.language, 'hljs'])]
    const attribute = classes.length === 0 ? '' : ` class="${escapeHtml(classes.join(' '))}"`
    return `${title}<pre${self.renderAttrs(token)}><code${attribute}>${html}</code></pre>\n`
  }
  md.renderer.rules['fence'] = fence
}
