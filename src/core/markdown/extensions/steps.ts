import type { RendererRule } from 'markdown-it'
import container from 'markdown-it-container'
import type { Extension } from '../extension.ts'

/** The class that makes the items of lists appear one after the other. */
export const STEPS_CLASS = 'steps'

/** Excludes lists from the option `steps` of a deck. */
export const NO_STEPS_CLASS = 'no-steps'

/** `:::steps` to `:::`: the items of its lists appear one after the other. */
export const steps: Extension = (md) => {
  md.use(container, STEPS_CLASS, { render })
}

const render: RendererRule = (tokens, index, options, _env, self) => {
  const token = tokens[index]
  if (token?.nesting === 1) token.attrJoin('class', STEPS_CLASS)
  return self.renderToken(tokens, index, options)
}
