import type { RenderTex } from '../core/markdown/render-tex.ts'
import { readFenceInfo } from '../core/markdown/extensions/code.ts'
import type { Highlight } from '../core/markdown/passage-env.ts'
import type { Content } from './read-content.ts'

/** What takes long to load, for the sites that need it. */
export interface Renderers {
  readonly highlight: Highlight
  readonly renderTex?: RenderTex
}

/** Loads the highlighter with the languages that the decks name, and the renderer of formulas where there may be one. */
export async function loadRenderers({ decks }: Content): Promise<Renderers> {
  const languages = new Set<string>()
  let hasMath = false
  for (const { source } of decks) {
    for (const [, info] of source.text.matchAll(/(?:```|~~~)[ \t]*([^\s`~].*)/g)) languages.add(readFenceInfo(info ?? '').language)
    hasMath ||= /\$|\\\\[([]|\\begin\{/.test(source.text)
  }
  languages.delete('')
  return {
    highlight: languages.size === 0 ? () => undefined : await (await import('../core/markdown/highlight.ts')).createHighlighter(languages),
    ...(hasMath ? { renderTex: (await import('../core/markdown/render-tex.ts')).renderTex } : {}),
  }
}
