import type { RendererRule } from 'markdown-it'
import container from 'markdown-it-container'
import { escapeHtml } from '../../escape-html.ts'
import type { Extension } from '../extension.ts'

/** `:::spoiler Title` to `:::`: a part that opens on a click. */
export const spoiler: Extension = (md) => {
  md.use(container, 'spoiler', { render })
}

const render: RendererRule = (tokens, index) => {
  const token = tokens[index]
  if (token?.nesting !== 1) return '</details>\n'
  const title = token.info.trim().replace(/^spoiler\s*/, '')
  return `<details><summary>${escapeHtml(title || 'More')}</summary>\n`
}
