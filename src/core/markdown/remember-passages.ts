import type { RenderContext } from './extension.ts'
import type { RenderMarkdown } from './render-markdown.ts'

interface Rendered {
  readonly html: string
  readonly said: readonly Parameters<RenderContext['report']>[]
}

export interface RememberedPassages {
  readonly render: RenderMarkdown
  /** Called after each deck: forgets the passages that it did not have. */
  readonly settle: () => void
}

/** Does not render again what the last deck contained as well: while a deck is edited, that is all but one slide. */
export function rememberPassages(render: RenderMarkdown): RememberedPassages {
  let before = new Map<string, Rendered>()
  let now = new Map<string, Rendered>()
  return {
    render(markdown, { report, ...context }) {
      const key = `${context.breaks} ${context.prefix} ${context.lang} ${markdown}`
      const known = before.get(key) ?? now.get(key) ?? renderOnce(markdown, context)
      now.set(key, known)
      for (const what of known.said) report(...what)
      return known.html
    },
    settle() {
      before = now
      now = new Map()
    },
  }

  function renderOnce(markdown: string, context: Omit<RenderContext, 'report'>): Rendered {
    const said: Parameters<RenderContext['report']>[] = []
    const html = render(markdown, { ...context, report: (...what) => void said.push(what) })
    return { html, said }
  }
}
