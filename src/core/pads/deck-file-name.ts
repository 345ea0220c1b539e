import { dateFromPath, isDate } from '../deck/deck-id.ts'
import { datesIn } from '../deck/dates-in.ts'
import { isPortablePath, nameDeck } from '../deck/name-deck.ts'
import type { DeckSummary } from '../model.ts'

/** What is known of a deck that is new in its folder. */
export interface NewDeck {
  /** Its title, also with a date in it. */
  readonly title: string
  /** The date that was given for it, or that its front matter has; an ISO date. */
  readonly day?: string | undefined
  /** The text of its first slide. */
  readonly firstSlide: string
  /** The name of its pad. */
  readonly id: string
}

/** A deck that is in the folder. */
export type NeighbourDeck = Pick<DeckSummary, 'path' | 'title'>

/** Where the decks of a folder have their date: all of a path but the date, and the date as it is written. */
interface Habit {
  readonly before: string
  /** Between the year, the month and the day. */
  readonly dash: string
  readonly after: string
}

const DATED = /^(.*?)(?<!\d)((?:19|20)\d{2})([-_.]?)(\d{2})\3(\d{2})(?!\d)(.*)\.\w+$/s

/**
 * The path of a new deck in a folder. It follows the habit of the decks that are there: those of its title, else of the only folder
 * that has a habit. Without a habit or a date, the title is its name.
 */
export function deckFileName(deck: NewDeck, neighbours: readonly NeighbourDeck[]): string {
  const day = dayOf(deck)
  const title = withoutDates(deck.title) || deck.id
  const slug =
    nameDeck(title)
      .path.replaceAll('/', '-')
      .replace(/^[^\p{L}\p{N}_]+/u, '') || 'deck'
  const plain = slug
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '')
  const name = isPortablePath(`${plain}.md`) ? plain : `deck-${plain}`
  const alike = seriesOf(deck.title, neighbours)
  const habit = day === undefined ? undefined : (habitOf(alike) ?? habitOf(neighbours))
  if (habit && day !== undefined) return `${fillHabit(habit, day, name)}.md`
  const folder = alike[0] ? alike[0].path.replace(/[^/]*$/, '') : ''
  return `${folder}${day === undefined ? '' : `${day.replaceAll('-', '')}-`}${name || 'deck'}.md`
}

/**
 * The path of a deck of a day as those beside it are called, without its ending: `name` is the part of it that its title becomes, empty if it has
 * none. `undefined` if they have no habit, or one that needs a title.
 */
export function habitualPath(day: string, name: string, neighbours: readonly NeighbourDeck[]): string | undefined {
  const habit = habitOf(neighbours)
  return habit && !(name === '' && `${habit.before}${habit.after}`.includes(TITLE)) ? fillHabit(habit, day, name) : undefined
}

/** The decks with the same title, but for a date. */
export function seriesOf<Deck extends NeighbourDeck>(title: string, neighbours: readonly Deck[]): readonly Deck[] {
  return neighbours.filter((other) => fold(other.title) === fold(title))
}

function fillHabit({ before, dash, after }: Habit, day: string, name: string): string {
  const fill = (part: string) => part.replace(TITLE, () => name).replace(YEAR, () => day.slice(0, 4))
  return `${fill(before)}${day.split('-').join(dash)}${fill(after)}`
}

/** The only date that a deck has in its front matter, its title, its first slide or the name of its pad, in this order. */
function dayOf({ day, title, firstSlide, id }: NewDeck): string | undefined {
  if (day !== undefined && isDate(day)) return day
  for (const text of [title, firstSlide]) {
    const found = new Set(datesIn(text).map(({ date }) => date))
    const [first] = found
    if (first !== undefined && found.size === 1) return first
  }
  return dateFromPath(title) ?? dateFromPath(id)
}

const TITLE = '\0'
// The folder of a year.
const YEAR = '\u0001'

// Most decks of one folder have it, and the newest of them.
function habitOf(decks: readonly NeighbourDeck[]): Habit | undefined {
  const groups = new Map<string, Habit[]>()
  for (const { path } of decks) {
    const [, start = '', year, dash = '', , , after = ''] = DATED.exec(path) ?? []
    if (year === undefined) continue
    const before = start.replace(new RegExp(`(^|/)${year}/`), `$1${YEAR}/`)
    const folder = before.replace(/[^/]*$/, '')
    groups.set(folder, [...(groups.get(folder) ?? []), { before, dash, after }])
  }
  const [most = []] = [...groups.values()].toSorted((one, other) => other.length - one.length)
  const habits = most.length > 0 ? countHabits(most) : []
  const [usual] = habits
  if (!usual) return undefined
  if (habits.length === 1 || usual.count * 2 > most.length) return usual.habit
  // Names that differ have the title in them.
  const { before, dash, after } = usual.habit
  const folder = before.replace(/[^/]*$/, '')
  if (most.every((habit) => habit.before === before)) return { before, dash, after: `${/^[-_ ]/.exec(after)?.[0] ?? '-'}${TITLE}` }
  return { before: `${folder}${TITLE}${/[-_ ]$/.exec(before)?.[0] ?? '-'}`, dash, after: '' }
}

function countHabits(habits: readonly Habit[]): readonly { readonly habit: Habit; readonly count: number }[] {
  const counts = new Map<string, { readonly habit: Habit; count: number }>()
  for (const habit of habits) {
    const key = JSON.stringify(habit)
    const known = counts.get(key)
    if (known) known.count += 1
    else counts.set(key, { habit, count: 1 })
  }
  return [...counts.values()].toSorted((one, other) => other.count - one.count)
}

function withoutDates(title: string): string {
  const written = datesIn(title).map((found) => found.written)
  const plain = written.reduce((text, date) => text.replaceAll(date, ' '), title).replace(/(?<!\d)(?:19|20)\d{6}(?!\d)/g, ' ')
  return plain
    .replace(/\(\s*\)/g, ' ')
    .replace(/\s+/g, ' ')
    .replace(/^[\s,:–—-]+|[\s,:–—-]+$/g, '')
}

const fold = (title: string) => withoutDates(title).normalize('NFC').toLowerCase()
