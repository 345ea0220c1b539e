import { locationFinder } from '../../deck/find-location.ts'
import { htmlBlockAround } from '../../deck/html-block.ts'
import type { Rule } from '../rule.ts'

// Code, bold text, links and images, and headings: each with what closes it, so that it is meant as Markdown.
const MARKS: readonly RegExp[] = [
  /(?<![`\\])`[^`\n]+`(?!`)/u,
  /(?<![*\p{L}\p{N}\\])\*\*[^\s*][^*\n]*\*\*/u,
  /!?\[[^[\]\n]+\]\([^()\s]+\)/u,
  /^[ \t]*#{1,6}[ \t]+\S[^\n]*/mu,
  /^[ \t]*[-*+][ \t]+\S[^\n]*/mu,
]

// Each of them has one.
const SIGNS = /[`*[#+-]/

/** Markdown in an HTML block, which is shown as text: once for each block. */
export const markdownInHtml: Rule = ({ deck, columns }, { report, sourceLines, textsOf }) => {
  const findLocation = locationFinder(deck, sourceLines)
  const reported = new Set<number>()
  for (const slide of columns.flat()) {
    for (const { text, line } of textsOf(slide)) {
      if (!SIGNS.test(text)) continue
      const found = MARKS.map((mark) => mark.exec(text)).filter((match) => match !== null)
      const [first] = found.toSorted((a, b) => a.index - b.index)
      if (!first) continue
      const written = first[0].trim()
      const location = findLocation(line, written)
      if (location.line === undefined || location.column === undefined) continue
      // Headings and list items start a line.
      const before = (sourceLines[location.line - 1] ?? '').slice(0, location.column - 1)
      if (/^(?:#{1,6}|[-*+])\s/.test(written) && !/^[\s>]*$/.test(before)) continue
      const block = htmlBlockAround(sourceLines, location.line)
      if (block === undefined || reported.has(block)) continue
      reported.add(block)
      report('markdown-in-html', location, written.length > 40 ? `${written.slice(0, 40)}…` : written)
    }
  }
}
