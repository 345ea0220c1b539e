import type { Extension } from '../extension.ts'

/** `[TOC]` at the end of a block: an empty list, which a pass fills with the slides of the deck. */
export const toc: Extension = (md) => {
  md.inline.ruler.before('link', 'toc', (state, silent) => {
    const found = /^\[TOC\]\s*$/i.exec(state.src.slice(state.pos, state.pos + 20))
    if (!found || state.pos + found[0].length !== state.posMax) return false
    if (!silent) state.push('toc', 'div', 0)
    state.pos = state.posMax
    return true
  })
  md.renderer.rules['toc'] = () => '<div class="toc"></div>'
}
