import { type Edit, type SourceLocation, replaceAt } from '../../diagnostics/diagnostic.ts'
import { closest } from '../../tree.ts'
import type { Element, RenderedSlide } from '../../model.ts'
import { type FindLocation, locationFinder } from '../../deck/find-location.ts'
import type { Rule, RuleContext } from '../rule.ts'

/** A way in which a line looks like an item of a list and is none. */
interface Shape {
  readonly looks: RegExp
  /** What stands for `looks` in a list. */
  readonly mark: (written: string) => string
  /** How many such lines in a row show that a list is meant, and how many that it can be fixed. */
  readonly least: number
  readonly leastToFix: number
}

// Neither options (-v), nor versions (1.x), nor footnotes, which stand alone.
const SHAPES: readonly Shape[] = [
  { looks: /^([*+-])[ \t]+(?=\S)/, mark: (written) => `${written} `, least: 1, leastToFix: 1 },
  { looks: /^([•‣◦▪])\s*(?=\S)/u, mark: () => '- ', least: 1, leastToFix: 2 },
  { looks: /^([*-])(?=\p{L}{2})/u, mark: (written) => `${written} `, least: 2, leastToFix: 2 },
  { looks: /^(\d{1,2}[.)])(?=\p{L}{2})/u, mark: (written) => `${written} `, least: 2, leastToFix: 2 },
]

/** A line of a slide that looks like an item; `indent` is how far it is indented in the source. */
interface Line {
  readonly shape: Shape
  readonly mark: string
  /** The mark and the spaces after it. */
  readonly start: string
  readonly line: number
  readonly location: SourceLocation
  readonly indent: string
  readonly item: Element | undefined
}

/** Items of a list that a slide shows as text. */
export const listItemAsText: Rule = ({ deck, columns }, context) => {
  const findLocation = locationFinder(deck, context.sourceLines)
  for (const slide of columns.flat()) {
    for (const run of runsOf(linesOf(slide, findLocation, context))) {
      const { shape } = run[0]
      const isBelow = isBelowItem(context.sourceLines, run[0])
      const isEnough = run.length >= shape.least || isBelow
      // A list that interrupts a text begins with 1, and numbers that do not go on are none of a list.
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
      // The line itself must begin so: an escaped mark is meant.
      const written = sourceLines[(location.line ?? 0) - 1] ?? ''
      const indent = written.slice(0, (location.column ?? 0) - 1)
      if (location.line === undefined || location.column === undefined || indent.trim() !== '') continue
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

/** The line with its mark, indented as the list around it needs it; further only as far as it is below the first. */
function fix(first: Line, { shape, mark, start, line, indent, item }: Line, { slide, sourceLines, isBelow }: Around): Edit[] | undefined {
  if (isBelow) return [replaceAt(line, indent.length + 1, [start, shape.mark(mark)])]
  const room = item ? roomOf(sourceLines[(slide.lines.get(item) ?? 0) - 1]) : 0
  const isInterrupting = /^\d/.test(mark) && Number.parseInt(first.mark, 10) !== 1
  if (room === undefined || isInterrupting || /\t/.test(first.indent + indent)) return undefined
  const deeper = Math.max(0, indent.length - first.indent.length)
  return [replaceAt(line, 1, [indent + start, ' '.repeat(room + deeper) + shape.mark(mark)])]
}

// Where the text of an item begins.
function roomOf(written: string | undefined): number | undefined {
  return /^ *(?:[*+-]|\d{1,9}[.)]) {1,4}(?=\S)/.exec(written ?? '')?.[0].length
}
