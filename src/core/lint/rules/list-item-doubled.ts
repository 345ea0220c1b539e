import { replaceAt } from '../../diagnostics/diagnostic.ts'
import type { Rule } from '../rule.ts'

const DOUBLED = /^(\s*(?:>\s?)*)([*+-] {1,3})[*+-] {1,3}(?![*+-](?:\s|$))\S/

/** A list item that contains only another bullet. */
export const listItemDoubled: Rule = ({ deck, columns }, { report, sourceLines, elementsOf, noteElementsOf }) => {
  for (const slide of columns.flat()) {
    for (const element of [...elementsOf(slide), ...noteElementsOf(slide)]) {
      const line = element.tagName === 'li' ? slide.lines.get(element) : undefined
      if (line === undefined || !element.childNodes.some(({ nodeName }) => nodeName === 'ul')) continue
      const [, before, bullet = ''] = DOUBLED.exec(sourceLines[line - 1] ?? '') ?? []
      if (before === undefined) continue
      const column = before.length + 1
      // Content below would move from one item to the other.
      let at = line
      while (at < sourceLines.length && sourceLines[at]?.trim() === '') at += 1
      const below = sourceLines[at] ?? ''
      const isAlone = !below.startsWith(`${before} `)
      const edits = isAlone ? [replaceAt(line, column, [bullet, ''])] : undefined
      report('list-item-doubled', { file: deck.source.path, line, column, edits })
    }
  }
}
