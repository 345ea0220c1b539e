import type { RendererRule } from 'markdown-it'
import container from 'markdown-it-container'
import { wordsIn } from '../../i18n/words-in.ts'
import { nameBox } from '../boxes.ts'
import type { Extension, PassageEnv } from '../extension.ts'

/** The names of HedgeDoc's boxes. */
export const ALERTS = ['success', 'info', 'warning', 'danger'] as const

/** `:::info` to `:::`, likewise success, warning and danger: a box. Words after the name are classes, as in HedgeDoc. */
export const alert: Extension = (md) => {
  for (const name of ALERTS) {
    md.use(container, name, { render: rendererOf(name) })
  }
}

const rendererOf =
  (name: (typeof ALERTS)[number]): RendererRule =>
  (tokens, index, options, env, self) => {
    const token = tokens[index]
    if (token?.nesting === 1) {
      token.attrJoin('class', `alert alert-${token.info.trim()}`)
      // `renderMarkdown` renders every passage with this environment.
      nameBox(token, wordsIn([(env as PassageEnv).lang]).words.slides.alerts[name])
    }
    return self.renderToken(tokens, index, options)
  }
