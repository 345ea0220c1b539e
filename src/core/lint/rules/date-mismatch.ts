import { dateFromPath, isDate } from '../../deck/deck-id.ts'
import { textOf } from '../../tree.ts'
import { datesIn } from '../../deck/dates-in.ts'
import { locationFinder } from '../../deck/find-location.ts'
import type { Rule } from '../rule.ts'

/** A date in the file name that differs from the front matter or first slide: decks are often copied and renamed. */
export const dateMismatch: Rule = ({ deck, columns }, { report, sourceLines }) => {
  const { options, source } = deck
  const named = dateFromPath(source.path)
  if (named === undefined) return
  const titled = [...options.title.matchAll(/(?<!\d)\d{4}-\d{2}-\d{2}(?!\d)/g)].map(([day]) => day).filter(isDate)
  const reportDate = (name: string, date: string) => {
    const line = options.locations.get(name)?.line
    const column = line === undefined ? -1 : (sourceLines[line - 1] ?? '').indexOf(date)
    report('date-mismatch', { file: source.path, line, column: column < 0 ? undefined : column + 1 }, named, date)
  }
  if (options.date !== undefined && options.date !== named) reportDate('date', options.date)
  // Several dates in a title are a period, not a day.
  if (titled.length === 1 && titled[0] !== undefined && titled[0] !== named) reportDate('title', titled[0])
  const slide = columns[0]?.[0]
  const shown = slide ? datesIn(textOf(slide.tree)) : []
  // As above; and a deck that contains both dates has a reason.
  const [only] = shown
  if (slide && only && shown.length === 1 && only.date !== named && options.date === undefined && titled.length === 0)
    report(
      'date-mismatch',
      locationFinder(deck, sourceLines)(startOf(slide.line, only.written, sourceLines), only.written),
      named,
      only.date,
    )
}

// Search the first slide from its beginning: a date may be far below it.
function startOf(line: number, written: string, sourceLines: readonly string[]): number {
  const index = sourceLines.findIndex((text, at) => at >= line - 1 && text.includes(written))
  return index === -1 ? line : index + 1
}
