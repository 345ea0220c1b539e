import { elementsBelow } from '../../html/tree.ts'
import { placeFinder } from '../find-place.ts'
import type { Rule } from '../rule.ts'
import { textsBelow } from '../texts-below.ts'

/** Items of a list that a slide shows as text, and an item that holds nothing but another bullet. */
export const itemsAsText: Rule = ({ deck, columns }, { report, sourceLines }) => {
  const findPlace = placeFinder(deck, sourceLines)
  for (const slide of columns.flat()) {
    for (const { text, startsLine, line } of textsBelow(slide)) {
      for (const [index, row] of text.split('\n').entries()) {
        if (index === 0 && !startsLine) continue
        const mark = /^\s*([*+-])[ \t]+\S/.exec(row)?.[1] ?? /^\s*([•‣◦▪])\s*\S/.exec(row)?.[1]
        if (mark === undefined) continue
        const place = findPlace(line, row.trim().slice(0, 12).trimEnd())
        // The line itself must begin so: an escaped mark is meant.
        const written = sourceLines[(place.line ?? 0) - 1] ?? ''
        if (place.column !== undefined && written.slice(0, place.column - 1).trim() === '') report('item-as-text', place, mark)
      }
    }
    for (const element of elementsBelow(slide.tree)) {
      if (element.tagName !== 'li') continue
      const line = slide.lines.get(element)
      const [, before] = /^(\s*(?:>\s?)*)[*+-] {1,3}[*+-] {1,3}(?![*+-](?:\s|$))\S/.exec(sourceLines[(line ?? 0) - 1] ?? '') ?? []
      const isOuter = element.childNodes.some(({ nodeName }) => nodeName === 'ul') && slide.lines.get(element) === line
      if (line !== undefined && before !== undefined && isOuter)
        report('item-doubled', { file: deck.source.path, line, column: before.length + 1 })
    }
  }
}
