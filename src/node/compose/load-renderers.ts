import type { RenderTex } from '../../core/markdown/render-tex.ts'
import { readFenceInfo } from '../../core/markdown/extensions/code.ts'
import type { Highlight } from '../../core/markdown/extension.ts'

/** Renderers that take long to load, for decks that need them. */
export interface Renderers {
  readonly highlight?: Highlight
  readonly renderTex?: RenderTex
}

const FORMULA = /\$[^\s$][^$]*\$|\$\$|\\\\[([]|\\begin\{/

/** What a deck may need. */
interface RendererNeeds {
  /** The languages that fences name. */
  readonly languages: ReadonlySet<string>
  readonly hasMath: boolean
}

/** Scans the text of a deck; in doubt, it needs a renderer. */
export function rendererNeeds(text: string): RendererNeeds {
  const languages = new Set<string>()
  for (const [, info] of text.matchAll(/(?:```|~~~)[ \t]*([^\s`~].*)/g)) languages.add(readFenceInfo(info ?? '').language)
  languages.delete('')
  return { languages, hasMath: FORMULA.test(withoutFences(text)) }
}

// Dollars in code usually belong to a shell. An unclosed fence may not be one.
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

/** Loads a highlighter with the languages of a deck, and the renderer of formulas, each where there may be one in its text. */
export type LoadRenderers = (text: string) => Promise<Renderers>

// Sets of languages. An instance of the highlighter with the usual ones takes 2 MB.
const MOST_KEPT = 20

/** Opens a loader of renderers, which keeps highlighters for other decks with the same languages. */
export function renderersLoader(): LoadRenderers {
  const kept = new Map<string, Highlight>()
  const highlighterFor = async (languages: ReadonlySet<string>): Promise<Highlight> => {
    const key = [...languages].toSorted().join(' ')
    const known = kept.get(key)
    if (known) return known
    const highlight = await (await import('../../core/markdown/highlight.ts')).createHighlighter(languages)
    if (kept.size === MOST_KEPT) kept.clear()
    kept.set(key, highlight)
    return highlight
  }
  return async (text) => {
    const { languages, hasMath } = rendererNeeds(text)
    return {
      highlight: languages.size > 0 ? await highlighterFor(languages) : undefined,
      renderTex: hasMath ? (await import('../../core/markdown/render-tex.ts')).renderTex : undefined,
    }
  }
}
