import type { SourceLocation } from '../../diagnostics/diagnostic.ts'
import { attributeOf } from '../../tree.ts'
import type { WrittenSheet } from '../../model.ts'
import type { CssProblem } from '../css/check-css.ts'
import { locationFinder } from '../../deck/find-location.ts'
import type { Rule } from '../rule.ts'

/** A declaration that every browser ignores, or a CSS syntax error: in a style sheet, or a `style` attribute of an element or comment. */
export const cssInvalid: Rule = ({ deck, columns, sheets }, { report, checkCss, sourceLines, elementsOf, noteElementsOf }) => {
  const file = deck.source.path
  for (const sheet of sheets)
    for (const problem of checkCss(sheet.css, 'stylesheet'))
      report(problem.code, withEdits({ file, ...locationInSheet(sourceLines, sheet, problem.at) }, problem), problem.why)

  const findLocation = locationFinder(deck, sourceLines)
  for (const slide of columns.flat()) {
    const { lines, attributes, line } = slide
    const elements = [...elementsOf(slide), ...noteElementsOf(slide)]
    const styles = elements.map((element) => [attributeOf(element, 'style'), lines.get(element)] as const)
    for (const [style, lineOfStyle] of [...styles, [attributes['style'], line] as const]) {
      // Space reserved for an image, added by `resolveReferences`.
      if (style === undefined || /^--(width|ratio):/.test(style)) continue
      for (const problem of checkCss(style, 'declarationList'))
        report(problem.code, withEdits(moveInto(findLocation(lineOfStyle, problem.declaration), problem), problem), problem.why)
    }
  }
}

function withEdits(location: SourceLocation, { meant }: CssProblem): SourceLocation {
  const { line, column } = location
  return meant && line !== undefined && column !== undefined ? { ...location, edits: [{ line, column, ...meant }] } : location
}

// The lines of a style sheet are those of the deck, except for indentation that markdown-it removes.
function locationInSheet(source: readonly string[], { css, line }: WrittenSheet, at: number): Omit<SourceLocation, 'file'> {
  const before = css.slice(0, at).split('\n')
  const target = line + before.length - 1
  const text = (css.split('\n')[before.length - 1] ?? '').trimEnd()
  const start = (source[target - 1] ?? '').indexOf(text)
  return { line: target, column: start === -1 ? undefined : start + (before.at(-1) ?? '').length + 1 }
}

function moveInto(location: SourceLocation, { at, from, declaration }: CssProblem): SourceLocation {
  const before = declaration.slice(0, at - from)
  return location.column === undefined || before.includes('\n') ? location : { ...location, column: location.column + before.length }
}
