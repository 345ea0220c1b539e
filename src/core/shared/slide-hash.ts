/** The part of a slide's address after the page, as reveal.js reads it. Both numbers begin at 0. */
export function slideHash(column: number, row: number): string {
  if (row > 0) return `#/${column}/${row}`
  return column > 0 ? `#/${column}` : '#/'
}
