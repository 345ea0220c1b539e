import { makeElement } from './make-element.ts'

// In em: more than any brand has, less than WCAG's wide spacing of letters.
const SPREAD = 0.05

/** Rows of lists are cut at the end of their line; once a reader's style sheet spreads letters, they wrap, since they were whole without. */
export function wrapRowsWhenSpread(): void {
  const sample = makeElement('span', { className: 'spacing-sample', ariaHidden: 'true' }, 'as wide as its letters')
  document.body.append(sample)
  // Called now, and when the sample gets another width.
  new ResizeObserver(() => {
    const { letterSpacing, fontSize } = getComputedStyle(sample)
    document.documentElement.classList.toggle('is-spread', Number.parseFloat(letterSpacing) > SPREAD * Number.parseFloat(fontSize))
  }).observe(sample)
}
