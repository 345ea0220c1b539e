import type { Rule } from '../rule.ts'

/** A second level-1 heading on a slide, where a separator is probably missing. Separators with mistakes have their own message. */
export const headingRepeated: Rule = ({ deck, columns }, { report, sourceLines, elementsOf }) => {
  for (const slide of columns.flat()) {
    const { lines } = slide
    const headings = elementsOf(slide).filter(({ tagName }) => tagName === 'h1')
    for (const [index, heading] of headings.entries()) {
      if (index === 0) continue
      const line = lines.get(heading)
      const before = headings[index - 1]
      const between = line === undefined || before === undefined ? [] : sourceLines.slice(lines.get(before) ?? line, line - 1)
      if (between.some((written) => /^\s*-{3,}\s*$/.test(written))) continue
      report('heading-repeated', { file: deck.source.path, line, column: line && 1 })
    }
  }
}
