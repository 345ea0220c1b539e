import type { Extension, PassageEnv } from '../extension.ts'

const DIRECTIVE = /\.(?:element|slide)\b/
const MARKDOWN = /^#{1,6}\s|[*_`~[\]=+]/

/** Reports Markdown after a `.element` or `.slide` comment at the start of a line: it is part of a block of HTML, as in HedgeDoc. */
export const directiveLines: Extension = (md) => {
  md.core.ruler.after('block', 'directive_lines', (state) => {
    for (const { type, content, map } of state.tokens) {
      if (type !== 'html_block') continue
      // `renderMarkdown` renders every passage with this environment.
      if (MARKDOWN.test(textAfterDirective(content))) (state.env as PassageEnv).report('text-after-comment', (map?.[0] ?? 0) + 1)
    }
  })
}

/** The text on the line on which a block of HTML ends that starts with a directive. */
function textAfterDirective(html: string): string {
  let text = html.trim()
  let hasDirective = false
  while (text.startsWith('<!--')) {
    const end = text.indexOf('-->')
    if (end === -1) return ''
    hasDirective ||= DIRECTIVE.test(text.slice(0, end))
    text = text.slice(end + '-->'.length).trimStart()
  }
  return hasDirective ? text : ''
}
