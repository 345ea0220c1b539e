import { elementsBelow } from '../../html/tree.ts'
import type { Rule } from '../rule.ts'

/** A second top heading on a slide: the separator before it was forgotten. */
export const repeatedHeading: Rule = ({ deck, columns }, { report }) => {
  for (const { tree, lines } of columns.flat()) {
    const [, ...others] = elementsBelow(tree).filter(({ tagName }) => tagName === 'h1')
    for (const heading of others) {
      const line = lines.get(heading)
      report('heading-repeated', { file: deck.source.path, ...(line === undefined ? {} : { line, column: 1 }) })
    }
  }
}
