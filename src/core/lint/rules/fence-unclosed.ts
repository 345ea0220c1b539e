import type { Rule } from '../rule.ts'

/** An unclosed code block, which contains the rest of its slide. */
export const fenceUnclosed: Rule = ({ deck, columns }, { report, sourceLines, elementsOf }) => {
  const slides = columns.flat()
  for (const [index, slide] of slides.entries()) {
    const { lines } = slide
    // Without the separator of the next slide.
    const end = (slides[index + 1]?.line ?? sourceLines.length + 2) - 2
    // The last closing fence of each kind, so that thousands of blocks are not searched one by one.
    const closed = new Map<string, number>()
    for (const element of elementsOf(slide)) {
      const line = element.tagName === 'pre' ? lines.get(element) : undefined
      if (line === undefined) continue
      const [, before = '', mark = ''] = /^((?:\s|>|[-*+]\s|\d{1,9}[.)]\s)*)(`{3,}|~{3,})/.exec(sourceLines[line - 1] ?? '') ?? []
      if (mark === '') continue
      const known = closed.get(mark) ?? -1
      if (known >= line) continue
      const closing = new RegExp(`^[\\s>]*\\${mark[0]}{${mark.length},}\\s*$`)
      let at = line
      while (at < end && !closing.test(sourceLines[at] ?? '')) at += 1
      if (at < end) closed.set(mark, at)
      else {
        report('fence-unclosed', { file: deck.source.path, line, column: before.length + 1 }, mark)
        // Further ones on the slide are unclosed as well.
        break
      }
    }
  }
}
