import type { DrawnDiagram } from '../../core/model.ts'

// These run in a page of Chromium and see nothing of this file but themselves.
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

/** Draws with mermaid; of a drawing that is too large, its size. */
export async function drawMermaid({ source, most, config }: Work & { readonly config: object }): Promise<DrawnDiagram | number> {
  try {
    mermaid.initialize(config)
    const { svg } = await mermaid.render('drawing', source)
    return svg.length > most ? svg.length : { svg }
  } catch (cause) {
    // Errors of its parsers carry more than an Error does; the last line of their message is not a picture of the place.
    const { message, hash } = cause as { message?: string; hash?: { loc?: { first_line?: number } } }
    const line = hash?.loc?.first_line
    const [problem = 'it is not understood'] = String(message ?? cause)
      .trim()
      .split('\n')
      .toReversed()
    return { problem, line }
  }
}

/** Draws a score with abcjs; of a drawing that is too large, its size. */
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
