import { dateFromPath, isDate } from '../../deck/deck-id.ts'
import type { Rule } from '../rule.ts'

/** A date in the name of a file that is another one than its front matter gives: decks are copied and then renamed. */
export const differingDate: Rule = ({ deck }, { report, sourceLines }) => {
  const { options, source } = deck
  const named = dateFromPath(source.path)
  if (named === undefined) return
  const titled = [...options.title.matchAll(/(?<!\d)\d{4}-\d{2}-\d{2}(?!\d)/g)].map(([day]) => day).filter(isDate)
  const say = (name: string, date: string) => {
    const line = options.places.get(name)?.line
    const column = line === undefined ? -1 : (sourceLines[line - 1] ?? '').indexOf(date)
    report(
      'date-differs',
      { file: source.path, ...(line === undefined ? {} : { line }), ...(column < 0 ? {} : { column: column + 1 }) },
      named,
      date,
    )
  }
  if (options.date !== undefined && options.date !== named) say('date', options.date)
  // A title with several dates speaks of a time, not of a day.
  if (titled.length === 1 && titled[0] !== undefined && titled[0] !== named) say('title', titled[0])
}
