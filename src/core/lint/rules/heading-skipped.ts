import type { Rule } from '../rule.ts'

/** A heading that skips a level on its slide. Between slides, authors choose levels by size. */
export const headingSkipped: Rule = ({ deck, columns }, { report, elementsOf }) => {
  for (const slide of columns.flat()) {
    let before = 0
    for (const element of elementsOf(slide)) {
      const level = Number(/^h([1-6])$/.exec(element.tagName)?.[1] ?? 0)
      if (level === 0) continue
      const line = slide.lines.get(element)
      if (before !== 0 && level > before + 1 && line !== undefined)
        report('heading-skipped', { file: deck.source.path, line, column: 1 }, String(level), String(before))
      before = level
    }
  }
}
