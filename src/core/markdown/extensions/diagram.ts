import { escapeHtml } from '../../escape-html.ts'
import type { Extension } from '../extension.ts'
import { readFenceInfo } from './code.ts'

/** The class of a diagram; HedgeDoc's class for its kind follows. */
export const DIAGRAM_CLASS = 'diagram'

/** The languages of fences with diagrams, with HedgeDoc's classes. */
const DRAWN: ReadonlyMap<string, string> = new Map([
  ['mermaid', 'mermaid'],
  ['graphviz', 'graphviz'],
  ['flow', 'flow-chart'],
  ['sequence', 'sequence-diagram'],
  ['abc', 'abc'],
])

/** A fence with a diagram, whose source is drawn after the passes. */
export const diagram: Extension = (md) => {
  const fence = md.renderer.rules['fence']
  md.renderer.rules['fence'] = (tokens, index, options, env, self) => {
    const token = tokens[index]
    const name = token && DRAWN.get(readFenceInfo(token.info).language)
    if (!token || name === undefined) return fence?.(tokens, index, options, env, self) ?? ''
    token.attrSet('class', `${DIAGRAM_CLASS} ${name}`)
    return `<pre${self.renderAttrs(token)}><code>${escapeHtml(token.content)}</code></pre>\n`
  }
}
