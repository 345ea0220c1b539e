import { type Edit, type SourceLocation, replaceAt } from '../../diagnostics/diagnostic.ts'
import { closest } from '../../tree.ts'
import type { Element, RenderedSlide } from '../../model.ts'
import { htmlBlockAround } from '../../deck/html-block.ts'
import { type FindLocation, locationFinder } from '../../deck/find-location.ts'
import type { Rule, RuleContext } from '../rule.ts'

/** A kind of line that looks like a list item but is not one. */
interface Shape {
  readonly looks: RegExp
  /** The marker of a list item that replaces it. */
  readonly mark: (written: string) => string
  /** Number of consecutive lines from which it is reported, and from which it can be fixed. */
  readonly least: number
  readonly leastToFix: number
}

// No options (-v), versions (1.x) or footnotes, which are single lines.
const SHAPES: readonly Shape[] = [
  { looks: /^([*+-])[ \t]+(?=\S)/, mark: (written) => `${written} `, least: 1, leastToFix: 1 },
  { looks: /^([•‣◦▪])\s*(?=\S)/u, mark: () => '- ', least: 1, leastToFix: 2 },
  { looks: /^([*-])(?=\p{L}{2})/u, mark: (written) => `${written} `, least: 2, leastToFix: 2 },
  { looks: /^(\d{1,2}[.)])(?=\p{L}{2})/u, mark: (written) => `${written} `, least: 2, leastToFix: 2 },
]

/** A line that looks like a list item; `indent` is its indentation in the source. */
interface Line {
  readonly shape: Shape
  readonly mark: string
  /** The marker and the spaces after it. */
  readonly start: string
  readonly line: number
  readonly location: SourceLocation
  readonly indent: string
  readonly item: Element | undefined
}

/** List items that are shown as text. */
export const listItemAsText: Rule = ({ deck, columns }, context) => {
  const findLocation = locationFinder(deck, context.sourceLines)
  for (const slide of columns.flat()) {
    for (const run of runsOf(linesOf(slide, findLocation, context))) {
      const { shape } = run[0]
      const isBelow = isBelowItem(context.sourceLines, run[0])
      const isEnough = run.length >= shape.least || isBelow
      // Numbers that are not consecutive are not a list.
      if (!isEnough || !counts(run)) continue
      for (const line of run) {
        const isFixable = run.length >= shape.leastToFix || isBelow
        const edits = isFixable ? fix(run[0], line, { slide, isBelow, sourceLines: context.sourceLines }) : undefined
        context.report('list-item-as-text', { ...line.location, edits }, line.mark)
      }
    }
  }
}

function linesOf(slide: RenderedSlide, findLocation: FindLocation, { textsOf, sourceLines }: RuleContext): Line[] {
  const found: Line[] = []
  for (const { text, parent, startsLine, line } of textsOf(slide)) {
    for (const [index, row] of text.split('\n').entries()) {
      const begin = row.trimStart()
      const shape = index === 0 && !startsLine ? undefined : SHAPES.find(({ looks }) => looks.test(begin))
      if (!shape) continue
      const location = findLocation(line, begin.slice(0, 12).trimEnd())
      // The source line must start with the marker, which excludes escaped ones.
      const written = sourceLines[(location.line ?? 0) - 1] ?? ''
      const indent = written.slice(0, (location.column ?? 0) - 1)
      if (location.line === undefined || location.column === undefined || indent.trim() !== '') continue
      // Another rule reports Markdown in HTML; an empty line before the item would not do there.
      if (htmlBlockAround(sourceLines, location.line) !== undefined) continue
      const [start = '', mark = ''] = shape.looks.exec(written.slice(indent.length)) ?? []
      const item = parent && (parent.tagName === 'li' ? parent : closest(parent, 'li'))
      found.push({ shape, mark, start, line: location.line, location, indent, item })
    }
  }
  return found
}

type Run = readonly [Line, ...Line[]]

function runsOf(lines: readonly Line[]): Run[] {
  const runs: [Line, ...Line[]][] = []
  for (const line of lines) {
    const run = runs.at(-1)
    const last = run?.at(-1)
    if (run && last?.shape === line.shape && last.line + 1 === line.line) run.push(line)
    else runs.push([line])
  }
  return runs
}

function isBelowItem(sourceLines: readonly string[], { mark, line, indent }: Line): boolean {
  return sourceLines[line - 2]?.startsWith(`${indent}${mark} `) === true
}

function counts(run: Run): boolean {
  const numbers = run.map(({ mark }) => Number.parseInt(mark, 10))
  return numbers.every((number, index) => Number.isNaN(number) || number === (numbers[0] ?? 0) + index)
}

interface Around {
  readonly slide: RenderedSlide
  readonly sourceLines: readonly string[]
  /** The line above the run is an item of the same list. */
  readonly isBelow: boolean
}

/** Adds the marker and the indentation of the list around the line, keeping its depth relative to the first line. */
function fix(first: Line, { shape, mark, start, line, indent, item }: Line, { slide, sourceLines, isBelow }: Around): Edit[] | undefined {
  if (isBelow) return [replaceAt(line, indent.length + 1, [start, shape.mark(mark)])]
  const indentation = item ? indentationOf(sourceLines[(slide.lines.get(item) ?? 0) - 1]) : 0
  const isInterrupting = /^\d/.test(mark) && Number.parseInt(first.mark, 10) !== 1
  if (indentation === undefined || isInterrupting || /\t/.test(first.indent + indent)) return undefined
  const deeper = Math.max(0, indent.length - first.indent.length)
  return [replaceAt(line, 1, [indent + start, ' '.repeat(indentation + deeper) + shape.mark(mark)])]
}

// The column at which the text of an item starts.
function indentationOf(written: string | undefined): number | undefined {
  return /^ *(?:[*+-]|\d{1,9}[.)]) {1,4}(?=\S)/.exec(written ?? '')?.[0].length
}
