import { LINE_ATTRIBUTE, LINE_COMMENT } from '../markdown/extensions/source-lines.ts'

const MARK = new RegExp(`(?:${LINE_ATTRIBUTE}="|<!--${LINE_COMMENT})(\\d{1,7})`, 'g')

/**
 * Finds the 1-based source lines of places in the HTML of a passage that begins on a line, asked for from the beginning to the end:
 * that of the last mark before the place, and as many lines further as the HTML since then has.
 */
export function createLineFinder(html: string, firstLine: number): (offset: number) => number {
  const marks = html.matchAll(MARK)
  let next = marks.next()
  let line = firstLine
  let at = 0
  return (offset) => {
    while (!next.done && next.value.index <= offset) {
      line = firstLine + Number(next.value[1]) - 1
      at = next.value.index
      next = marks.next()
    }
    for (let from = html.indexOf('\n', at); from !== -1 && from < offset; from = html.indexOf('\n', at)) {
      line += 1
      at = from + 1
    }
    return line
  }
}
