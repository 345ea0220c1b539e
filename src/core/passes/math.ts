import { parseFragment } from 'parse5'
import { MATH_CLASS } from '../markdown/extensions/math.ts'
import { MOST_TEX_HTML } from '../markdown/limit-tex.ts'
import { append, elementsBelow, hasClass, replaceClass, textOf } from '../tree.ts'
import type { PassagePass } from './pass.ts'

/** Renders the formulas of a slide; an invalid one, or one beyond the limit of the deck, is shown as source. */
export const math: PassagePass = ({ tree, locationOf }, { renderTex, report, reportOnce, found }) => {
  if (!renderTex) return
  for (const element of elementsBelow(tree)) {
    if (!hasClass(element, MATH_CLASS)) continue
    found.formulas.push(element)
    const written = textOf(element)
    const display = !written.startsWith('\\(')
    const tex = /^\\[([]([^]*)\\[)\]]$/.exec(written)?.[1] ?? written
    const rendered = renderTex(tex, display)
    if (rendered === 'excess' || 'problem' in rendered) {
      if (rendered === 'excess') reportOnce('math-excess', locationOf(element), `${MOST_TEX_HTML / 1e6} MB`)
      else report('math-invalid', locationOf(element), rendered.problem)
      replaceClass(element, MATH_CLASS, 'math-source')
      continue
    }
    // HTML of KaTeX, not of the author, needs no cleaning.
    const made = parseFragment(rendered.html)
    element.childNodes = []
    append(element, [...made.childNodes])
    replaceClass(element, MATH_CLASS, display ? 'math math-display' : 'math')
  }
}
