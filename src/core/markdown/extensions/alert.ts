import type { RendererRule } from 'markdown-it'
import container from 'markdown-it-container'
import type { Extension } from '../extension.ts'

/** The names of HedgeDoc's boxes. */
export const ALERTS = ['success', 'info', 'warning', 'danger'] as const

/** `:::info` to `:::`, likewise success, warning and danger: a box. Words after the name are classes, as in HedgeDoc. */
export const alert: Extension = (md) => {
  for (const name of ALERTS) {
    md.use(container, name, { render })
  }
}

const render: RendererRule = (tokens, index, options, _env, self) => {
  const token = tokens[index]
  if (token?.nesting === 1) token.attrJoin('class', `alert alert-${token.info.trim()}`)
  return self.renderToken(tokens, index, options)
}
