import { parseFragment } from 'parse5'
import type { Element, Tree } from '../model.ts'
import { MATH_CLASS } from '../markdown/extensions/math.ts'
import type { LimitedTex } from '../markdown/limit-tex.ts'
import { append, attributeOf, elementsBelow, setAttribute, textOf } from '../tree.ts'

/** What is told of a formula that is shown as source: what is wrong with it, or that there are too many. */
export type RefuseMath = (element: Element, problem: { readonly problem: string } | 'excess') => void

/**
 * Renders the formulas of a slide; one that cannot be rendered is refused and its source is shown.
 * Returns whether there was any, since the page then needs their style sheet.
 */
export function makeMath(tree: Tree, render: LimitedTex, refuse: RefuseMath): boolean {
  const formulas = elementsBelow(tree).filter((element) => attributeOf(element, 'class') === MATH_CLASS)
  for (const element of formulas) {
    const written = textOf(element)
    const display = !written.startsWith('\\(')
    const tex = /^\\[([]([^]*)\\[)\]]$/.exec(written)?.[1] ?? written
    const rendered = render(tex, display)
    if (rendered === 'excess' || 'problem' in rendered) {
      refuse(element, rendered)
      setAttribute(element, 'class', 'math-source')
      continue
    }
    // Comes from the renderer of formulas, not from the author: it is parsed as it is.
    const made = parseFragment(rendered.html)
    element.childNodes = []
    append(element, [...made.childNodes])
    setAttribute(element, 'class', display ? 'math math-display' : 'math')
  }
  return formulas.length > 0
}
