import type { RenderTex } from './render-tex.ts'

/** What all formulas of a deck may make, in characters of HTML: some 500 equations, or 8000 letters. */
export const MOST_TEX_HTML = 5_000_000

export type LimitedTex = (tex: string, display: boolean) => ReturnType<RenderTex> | 'excess'

/** A renderer for one deck: it renders equal formulas once, and none once they have made too much in all. */
export function limitTex(render: RenderTex, most = MOST_TEX_HTML): LimitedTex {
  const known = new Map<string, ReturnType<RenderTex>>()
  let made = 0
  return (tex, display) => {
    if (made >= most) return 'excess'
    const key = `${display} ${tex}`
    const rendered = known.get(key) ?? render(tex, display)
    known.set(key, rendered)
    // What cannot be rendered costs, too.
    made += 'html' in rendered ? rendered.html.length : tex.length
    return rendered
  }
}
