import type { RenderTex } from './render-tex.ts'

/** Limit for the HTML of all formulas of a deck, in characters: some 500 equations, or 8000 letters. */
export const MOST_TEX_HTML = 5_000_000

export type LimitedTex = (tex: string, display: boolean) => ReturnType<RenderTex> | 'excess'

/** A renderer for one deck, which renders equal formulas once and stops at the limit. */
export function limitTex(render: RenderTex, most = MOST_TEX_HTML): LimitedTex {
  const known = new Map<string, ReturnType<RenderTex>>()
  let made = 0
  return (tex, display) => {
    if (made >= most) return 'excess'
    const key = `${display} ${tex}`
    const rendered = known.get(key) ?? render(tex, display)
    known.set(key, rendered)
    // A formula that cannot be rendered takes time, too.
    made += 'html' in rendered ? rendered.html.length : tex.length
    return rendered
  }
}
