import type { RenderTex } from '../core/markdown/render-tex.ts'
import { readFenceInfo } from '../core/markdown/extensions/code.ts'
import type { Highlight } from '../core/markdown/passage-env.ts'
import type { Document } from '../core/deck/open-document.ts'

/** What takes long to load, for the sites that need it. */
export interface Renderers {
  readonly highlight: Highlight
  readonly renderTex?: RenderTex
}

const FORMULA = /\$[^\s$][^$]*\$|\$\$|\\\\[([]|\\begin\{/

/** What the decks of a site may need. */
export interface RendererNeeds {
  /** The languages that fences name. */
  readonly languages: ReadonlySet<string>
  readonly hasMath: boolean
}

/** Looks over the text of decks: where it is in doubt, they need it. */
export function rendererNeeds(decks: readonly Document[]): RendererNeeds {
  const languages = new Set<string>()
  let hasMath = false
  for (const { source } of decks) {
    for (const [, info] of source.text.matchAll(/(?:```|~~~)[ \t]*([^\s`~].*)/g)) languages.add(readFenceInfo(info ?? '').language)
    hasMath ||= FORMULA.test(withoutFences(source.text))
  }
  languages.delete('')
  return { languages, hasMath }
}

// Dollars in code are most often a shell's. What is never closed is in doubt.
function withoutFences(text: string): string {
  const outside: string[] = []
  let inside: string[] = []
  let fence = ''
  for (const line of text.split('\n')) {
    const mark = /^ {0,3}(`{3,}|~{3,})/.exec(line)?.[1] ?? ''
    if (fence === '' && mark === '') outside.push(line)
    else if (fence === '') {
      fence = mark
      inside = []
    } else if (mark.startsWith(fence)) fence = ''
    else inside.push(line)
  }
  return [...outside, ...(fence === '' ? [] : inside)].join('\n')
}

/** Loads the highlighter with those languages, and the renderer of formulas where there may be one. */
export async function loadRenderers({ languages, hasMath }: RendererNeeds): Promise<Renderers> {
  return {
    highlight: languages.size === 0 ? () => undefined : await (await import('../core/markdown/highlight.ts')).createHighlighter(languages),
    ...(hasMath ? { renderTex: (await import('../core/markdown/render-tex.ts')).renderTex } : {}),
  }
}
