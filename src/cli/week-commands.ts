import { dateFromPath } from '../core/deck/deck-id.ts'
import { nameDeck } from '../core/deck/name-deck.ts'
import { withoutMarkdownEnding } from '../core/files.ts'
import { findSeries } from '../core/setup/find-series.ts'
import { deckDate } from '../core/summarize-deck.ts'
import { type Content, knowsPads } from '../node/content/read-content.ts'
import { wordsFor } from './default-folder.ts'
import { commandLine } from './usage.ts'

interface Week {
  /** Folder of decks, as the author names it. */
  readonly folder: string
  /** Missing if it has no decks yet. */
  readonly content: Content | undefined
  /** Whether pushing publishes the site. */
  readonly isPublished: boolean
  /** ISO date. */
  readonly today: string
}

/** The commands of a week, in their order, each with what it does. */
export function weekCommands({ folder, content, isPublished, today }: Week): readonly (readonly [command: string, reason: string])[] {
  const line = (words: readonly string[]) => commandLine(words, process.env)
  const inFolder = wordsFor(folder, '--folder')
  const named = wordsFor(folder)
  return [
    content !== undefined && knowsPads(content)
      ? [line(['pull', ...inFolder]), 'bring what has changed in the pads']
      : [line(['new', ...nextDeck(content, today), ...inFolder]), 'create the next deck and open it in the browser'],
    [line(['dev', ...named, '--open']), 'see each change as you save'],
    isPublished
      ? ['git add --all && git commit -m "Slides" && git push', 'publish it']
      : [line(['build', ...named]), 'write the site to dist, to copy it to a web server'],
  ]
}

// Named as the decks that are there: by date only, or with a name.
function nextDeck(content: Content | undefined, today: string): readonly string[] {
  const dated = findSeries(content?.decks ?? []).dated.filter(({ source }) => dateFromPath(source.path) !== undefined)
  if (dated.length === 0) return [freeTitle(content)]
  const newest =
    dated
      .map(({ source, options }) => deckDate(options.date, source.path) ?? '')
      .toSorted()
      .at(-1) ?? today
  const next = nextWeekday(newest, today)
  const names = dated.map(({ source }) => withoutMarkdownEnding(source.path.split('/').at(-1) ?? ''))
  const isOnlyDate = names.filter((name) => /^\d{8}$/.test(name)).length * 2 >= names.length
  const name = names.at(-1)?.replace(/^\d{4}-?\d{2}-?\d{2}[-_]/, '') ?? ''
  return isOnlyDate ? [next.replaceAll('-', '')] : [/^\p{L}[\p{L}\p{N}_-]*$/u.test(name) ? name : 'call', '--date', next]
}

const DAY = 86_400_000

// The first day from today on, and after the newest deck, that has the weekday of that, since most series have one.
function nextWeekday(newest: string, today: string): string {
  const [last, start] = [new Date(`${newest}T00:00:00Z`), new Date(`${today}T00:00:00Z`)]
  const days = last < start ? (last.getUTCDay() - start.getUTCDay() + 7) % 7 : 7
  return new Date(Math.max(last.getTime(), start.getTime()) + days * DAY).toISOString().slice(0, 10)
}

// Somebody may use the title as it is suggested, and then look for the next command.
function freeTitle(content: Content | undefined): string {
  const taken = new Set(content?.tree.documents)
  const titles = ['My next talk', 'Another talk', 'One more talk']
  return titles.find((title) => !taken.has(`${nameDeck(title).path}.md`)) ?? '<title>'
}
