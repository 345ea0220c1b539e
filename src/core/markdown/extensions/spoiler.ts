import type { RendererRule } from 'markdown-it'
import container from 'markdown-it-container'
import { escapeHtml } from '../../escape-html.ts'
import { wordsIn } from '../../i18n/words-in.ts'
import type { Extension, PassageEnv } from '../extension.ts'

/** The names of parts that open on a click. */
export const SPOILERS = ['spoiler', 'details'] as const

/** `:::spoiler Title` to `:::`, also `:::details Title`: a part that opens on a click. */
export const spoiler: Extension = (md) => {
  for (const name of SPOILERS) md.use(container, name, { render })
}

const render: RendererRule = (tokens, index, _options, env) => {
  const token = tokens[index]
  if (token?.nesting !== 1) return '</details>\n'
  const title = token.info.trim().replace(/^(spoiler|details)\s*/, '')
  // `renderMarkdown` renders every passage with this environment.
  const { lang } = env as PassageEnv
  return `<details><summary>${escapeHtml(title || wordsIn([lang]).words.slides.spoiler)}</summary>\n`
}
