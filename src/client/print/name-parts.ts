import { FORMULA_MARK } from '../../core/shared/formula-mark.ts'

const HEADINGS = ':is(h1, h2, h3, h4, h5, h6):not(aside *)'
// Inline elements that get no tag of their own.
const UNTAGGED = ':is(span, i, b, q, cite, dfn, abbr, u, s, small, sub, sup)[lang]:not([role])'

/** Makes Chromium tag parts of slides that it otherwise leaves out: formulas, words in another language, and the title of the deck. */
export function nameParts(slides: readonly HTMLElement[], title: string): void {
  for (const slide of slides) {
    for (const formula of slide.querySelectorAll<HTMLElement>('.katex')) nameFormula(formula)
    for (const words of slide.querySelectorAll(UNTAGGED)) words.setAttribute('role', 'mark')
  }
  const [first] = slides
  if (first) titleFirst(first, title)
}

// The MathML is invisible, so it gets no tag, and what is visible is hidden from screen readers.
function nameFormula(formula: HTMLElement): void {
  const text = formula.querySelector('annotation')?.textContent.trim() ?? ''
  if (text === '') return
  formula.setAttribute('role', 'img')
  formula.setAttribute('aria-label', FORMULA_MARK + text)
  formula.querySelector('.katex-html')?.removeAttribute('aria-hidden')
}

// On the screen, the title of the page is above those of slides; on paper it is on the first slide.
function titleFirst(slide: HTMLElement, title: string): void {
  const headings = slide.querySelectorAll(HEADINGS)
  for (const heading of headings) heading.setAttribute('aria-level', String(Math.max(1, Number(heading.getAttribute('aria-level')) - 1)))
  if (headings.length > 0) return
  const heading = document.createElement('h1')
  heading.textContent = title
  // Hidden text gets no tag.
  heading.style.cssText = 'all:initial;position:absolute;top:0;left:0;font-size:1px;white-space:nowrap;color:transparent'
  slide.prepend(heading)
}
