import { replaceAt } from '../../diagnostics/edit.ts'
import { elementsBelow } from '../../html/tree.ts'
import type { Rule } from '../rule.ts'

const DOUBLED = /^(\s*(?:>\s?)*)([*+-] {1,3})[*+-] {1,3}(?![*+-](?:\s|$))\S/

/** An item of a list that holds nothing but another bullet beside its own. */
export const doubledItem: Rule = ({ deck, columns }, { report, sourceLines }) => {
  for (const { tree, notes, lines } of columns.flat()) {
    for (const element of [tree, notes].flatMap((part) => (part ? elementsBelow(part) : []))) {
      const line = element.tagName === 'li' ? lines.get(element) : undefined
      if (line === undefined || !element.childNodes.some(({ nodeName }) => nodeName === 'ul')) continue
      const [, before, bullet = ''] = DOUBLED.exec(sourceLines[line - 1] ?? '') ?? []
      if (before === undefined) continue
      const column = before.length + 1
      // What stands below either of the two would belong to another one.
      const below = sourceLines.slice(line).find((text) => text.trim() !== '') ?? ''
      const isAlone = !below.startsWith(`${before} `)
      const edits = isAlone ? [replaceAt(line, column, [bullet, ''])] : undefined
      report('item-doubled', { file: deck.source.path, line, column, edits })
    }
  }
}
