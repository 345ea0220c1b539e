import type { Element } from '../../model.ts'
import { append, createElement, elementsBelow, replace, setAttribute, textOf } from '../../tree.ts'

// Characters per line on the narrowest phone.
const NARROWEST = 26

/** Puts a table into a box that scrolls; if it will scroll on a phone, the box is focusable and has a label. */
export function boxTable(table: Element, name: string): void {
  const box = createElement('div', { class: 'hr-table' })
  if (leastWidth(table) > NARROWEST) {
    setAttribute(box, 'tabindex', '0')
    setAttribute(box, 'role', 'group')
    setAttribute(box, 'aria-label', name)
  }
  replace(table, [box])
  append(box, [table])
}

// Columns are at least as wide as their longest word, or a small image.
function leastWidth(table: Element): number {
  const columns: number[] = []
  for (const row of elementsBelow(table).filter(({ tagName }) => tagName === 'tr')) {
    const cells = row.childNodes.filter((node): node is Element => node.nodeName === 'td' || node.nodeName === 'th')
    cells.forEach((cell, index) => {
      const words = textOf(cell)
        .split(/[\s-]/)
        .map(({ length }) => length)
      const picture = elementsBelow(cell).some(({ tagName }) => tagName === 'img') ? 12 : 0
      columns[index] = Math.max(columns[index] ?? 0, picture, ...words)
    })
  }
  // Including the padding of cells.
  return columns.reduce((sum, width) => sum + width + 2, 0)
}
