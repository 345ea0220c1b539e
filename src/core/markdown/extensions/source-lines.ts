import type { Token } from 'markdown-it'
import type { Extension } from '../extension.ts'

/** The attribute, and the comment before raw HTML, that carry the 1-based line of the passage to the tree. */
export const LINE_ATTRIBUTE = 'data-source-line'
export const LINE_COMMENT = 'source-line:'

/** Marks blocks, links and pictures with the line they come from; the sanitiser removes the marks. */
export const sourceLines: Extension = (md) => {
  md.core.ruler.push('source_lines', (state) => {
    for (const token of state.tokens) {
      if (!token.map) continue
      const line = token.map[0] + 1
      if (token.type === 'inline') markInline(token.children ?? [], line)
      else if (token.type === 'html_block') token.content = `<!--${LINE_COMMENT}${line}-->${token.content}`
      else if (token.nesting >= 0) token.attrSet(LINE_ATTRIBUTE, String(line))
    }
  })
}

function markInline(children: readonly Token[], firstLine: number): void {
  let line = firstLine
  for (const child of children) {
    if (child.type === 'softbreak' || child.type === 'hardbreak') line += 1
    else if (child.type === 'image' || child.type === 'link_open') child.attrSet(LINE_ATTRIBUTE, String(line))
    else if (child.type === 'html_inline') line += child.content.split('\n').length - 1
  }
}
