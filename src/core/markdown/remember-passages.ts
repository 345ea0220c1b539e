import type { RenderContext } from './extension.ts'
import type { RenderMarkdown } from './render-markdown.ts'

interface Rendered {
  readonly html: string
  readonly reports: readonly Parameters<RenderContext['report']>[]
}

export interface RememberedPassages {
  readonly render: RenderMarkdown
  /** Call after each deck: drops the passages that it does not contain. */
  readonly settle: () => void
}

/** Caches the passages of the last deck: while a deck is edited, all slides but one stay the same. */
export function rememberPassages(render: RenderMarkdown): RememberedPassages {
  let before = new Map<string, Rendered>()
  let now = new Map<string, Rendered>()
  return {
    render(markdown, { report, ...context }) {
      const key = `${context.breaks} ${context.prefix} ${context.lang} ${context.withoutNotes} ${markdown}`
      const known = before.get(key) ?? now.get(key) ?? renderOnce(markdown, context)
      now.set(key, known)
      for (const what of known.reports) report(...what)
      return known.html
    },
    settle() {
      before = now
      now = new Map()
    },
  }

  function renderOnce(markdown: string, context: Omit<RenderContext, 'report'>): Rendered {
    const reports: Parameters<RenderContext['report']>[] = []
    const html = render(markdown, { ...context, report: (...what) => void reports.push(what) })
    return { html, reports }
  }
}
