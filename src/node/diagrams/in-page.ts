import type { DrawnDiagram } from '../../core/model.ts'

// These run in a page of Chromium, so they use nothing else in this file.
declare const mermaid: {
  initialize(config: object): void
  render(id: string, source: string): Promise<{ readonly svg: string }>
}
declare const ABCJS: { renderAbc(element: object, source: string, options: object): readonly { readonly warnings?: readonly string[] }[] }
declare const document: {
  createElement(name: string): { innerHTML: string; remove(): void }
  body: { append(element: object): void }
}

interface Work {
  readonly source: string
  /** Characters that a drawing may have. */
  readonly most: number
}

/** Renders with Mermaid; returns the size of an SVG that is too large. */
export async function drawMermaid({ source, most, config }: Work & { readonly config: object }): Promise<DrawnDiagram | number> {
  try {
    mermaid.initialize(config)
    const { svg } = await mermaid.render('drawing', source)
    return svg.length > most ? svg.length : { svg }
  } catch (cause) {
    // Parser errors have a location too; only the last line of their message is not an excerpt of the source.
    const { message, hash } = cause as { message?: string; hash?: { loc?: { first_line?: number } } }
    const line = hash?.loc?.first_line
    const [problem = 'it is not understood'] = String(message ?? cause)
      .trim()
      .split('\n')
      .toReversed()
    return { problem, line }
  }
}

/** Renders a score with abcjs; returns the size of an SVG that is too large. */
export function drawAbc({ source, most }: Work): DrawnDiagram | number {
  const holder = document.createElement('div')
  document.body.append(holder)
  try {
    const [tune] = ABCJS.renderAbc(holder, source, { add_classes: false })
    const [warning] = tune?.warnings ?? []
    const text = warning?.replace(/<[^>]*>/g, '')
    const line = /^Music Line:(\d+)/.exec(text ?? '')?.[1]
    if (text !== undefined) return { problem: text, line: line === undefined ? undefined : Number(line) }
    const { innerHTML: svg } = holder
    return svg.length > most ? svg.length : { svg }
  } catch (cause) {
    return { problem: String(cause) }
  } finally {
    holder.remove()
  }
}
