/** A deck on the strip. */
export interface StripDeck {
  /** ISO date. */
  readonly date?: string | undefined
}

/** When decks were held, and which of them hold what was looked for. */
export interface Strip {
  readonly columns: number
  readonly bars: readonly StripBar[]
  /** Where years begin that have room for their number, and how many columns are up to the next one. */
  readonly years: readonly StripYear[]
  /** ISO dates of the first and the last deck that was found. */
  readonly from: string
  readonly to: string
}

export interface StripYear {
  readonly year: string
  readonly column: number
  readonly span: number
}

export interface StripBar {
  /** Begins at 1. */
  readonly column: number
  /** How many of its decks were found, in parts of all; that with the most is 1. */
  readonly share: number
}

// With fewer decks, the list itself is easier to read.
const FEWEST = 5
// More bars than these have no room: then there is one for each year.
const MOST_DECKS = 60
const MOST_WEEKS = 400
// The room for the number of a year on a phone, in parts of all columns.
const LEAST_SPAN = 0.11
const WEEK = 7 * 86_400_000

/** Decks on a scale of weeks, or years if there are many. `undefined` if there is too little to see. */
export function stripOf<Deck extends StripDeck>(decks: readonly Deck[], found: ReadonlySet<Deck>): Strip | undefined {
  const dated = decks.flatMap((deck) => (deck.date === undefined ? [] : [{ date: deck.date, isFound: found.has(deck) }]))
  const [first, last] = ends(dated)
  const [from, to] = ends(dated.filter(({ isFound }) => isFound))
  if (dated.length < FEWEST || first === undefined || last === undefined || from === undefined || to === undefined) return undefined
  const weeksTo = (date: string) => Math.floor((Date.parse(date) - Date.parse(first)) / WEEK)
  const yearsTo = (date: string) => Number(date.slice(0, 4)) - Number(first.slice(0, 4))
  const isByWeek = dated.length <= MOST_DECKS && weeksTo(last) < MOST_WEEKS
  const columnOf = (date: string) => (isByWeek ? weeksTo(date) : yearsTo(date)) + 1
  const columns = columnOf(last)
  const bars = new Map<number, { found: number; all: number }>()
  for (const { date, isFound } of dated) {
    const column = columnOf(date)
    const bar = bars.get(column) ?? { found: 0, all: 0 }
    bars.set(column, { found: bar.found + (isFound ? 1 : 0), all: bar.all + 1 })
  }
  const shares = [...bars].map(([column, bar]) => ({ column, share: bar.found / bar.all }))
  const most = Math.max(...shares.map(({ share }) => share))
  const starts = Array.from({ length: yearsTo(last) + 1 }, (_, index) => {
    const year = String(Number(first.slice(0, 4)) + index).padStart(4, '0')
    return { year, column: Math.max(1, columnOf(`${year}-01-01`)) }
  })
  return {
    columns,
    bars: shares.map(({ column, share }) => ({ column, share: share / most })).toSorted((one, other) => one.column - other.column),
    years: withRoom(starts, columns),
    from,
    to,
  }
}

// Not by sorting: a page shows many strips of all decks.
function ends(decks: readonly { readonly date: string }[]): readonly [first?: string, last?: string] {
  const [one] = decks
  if (!one) return []
  let [first, last] = [one.date, one.date]
  for (const { date } of decks) {
    if (date < first) first = date
    if (date > last) last = date
  }
  return [first, last]
}

// From the last on: the first year of a scale is often the end of one.
function withRoom(starts: readonly Omit<StripYear, 'span'>[], columns: number): readonly StripYear[] {
  let next = columns + 1
  const years = starts.toReversed().flatMap((start) => {
    const span = next - start.column
    if (span < columns * LEAST_SPAN) return []
    next = start.column
    return [{ ...start, span }]
  })
  return years.toReversed()
}
