import { datesIn } from '../deck/dates-in.ts'
import { DATE_PLACEHOLDERS } from '../deck/date-placeholder.ts'
import type { Document } from '../deck/open-document.ts'
import { parseDeck } from '../deck/parse-deck.ts'
import { deckDate } from '../summarize-deck.ts'
import { emptySlide } from './empty-slide.ts'

// What is in fewer decks is the text of one meeting; older decks may have had another agenda.
const LEAST = 3
const RECENT = 12

/**
 * A template for the next deck of a series: the newest deck with the headings and lines that it shares with others, without everything that is
 * only in that one. `decks` are those with a date, the newest last. `undefined` if they do not share enough.
 */
export function makeTemplate(decks: readonly Document[]): string | undefined {
  const recent = decks.slice(-RECENT)
  const newest = recent.at(-1)
  if (!newest || recent.length < LEAST || newest.options.dialect !== undefined || newest.options.separator !== undefined) return undefined
  const counts = countLines(recent)
  const need = Math.max(LEAST, Math.ceil(recent.length / 3))
  const repeats = (line: string) => (counts.get(lineKey(line)) ?? 0) >= need
  const { columns } = parseDeck(
    { ...newest, source: { ...newest.source, text: withDate(newest) }, frontMatter: { ...newest.frontMatter, body: withDate(newest) } },
    '',
    () => undefined,
  )
  const first = columns[0]?.[0]
  const kept = columns.map((column) => column.flatMap((slide) => emptySlide(slide.markdown, { isFirst: slide === first, repeats }) ?? []))
  const slides = kept.filter((column) => column.length > 0)
  if (slides.flat().length <= LEAST) return undefined
  return `${frontMatterOf(newest)}${slides.map((column) => column.join('\n\n----\n\n')).join('\n\n---\n\n')}\n`
}

/** A template from one that the authors copy by hand: with the placeholders that are filled. */
export function fillablePlaceholders(template: Document): string {
  const body = template.frontMatter.body.replace(DATE_PLACEHOLDERS, () => '{{date}}')
  return `${frontMatterOf(template)}${body.replace(/^\n*/, '').trimEnd()}\n`
}

function countLines(decks: readonly Document[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const deck of decks) for (const key of new Set(withDate(deck).split('\n').map(lineKey))) counts.set(key, (counts.get(key) ?? 0) + 1)
  return counts
}

// A heading is the same one in another case, with other markup or with a date.
function lineKey(line: string): string {
  const heading = /^ {0,3}#{1,6}[ \t]+(.*)$/.exec(line)?.[1]
  if (heading === undefined) return line.trim()
  const text = heading
    .replace(/<[^<>]*>/g, '')
    .replace(/[*_`~#:.]/g, '')
    .replace(/\s+/g, ' ')
  return `# ${text.trim().toLowerCase()}`
}

// The text below the front matter, with its own date as a placeholder.
function withDate({ source, options, frontMatter: { body } }: Document): string {
  const own = deckDate(options.date, source.path)
  const written = new Set(datesIn(body).flatMap(({ written: text, date }) => (date === own ? [text] : [])))
  return [...written].reduce((text, date) => text.replaceAll(date, () => '{{date}}'), body)
}

// What is true of one deck only.
const DROPPED = /^(?:aliases|description|draft|published|permalink|id)\s*:/
const FILLED = /^(title|date)\s*:/

// As it is written, since comments and quotes in it are the author's.
function frontMatterOf({ source, frontMatter }: Document): string {
  const lines = source.text.split('\n').slice(0, frontMatter.bodyLine - 1)
  let isOmitted = false
  const kept = lines.flatMap((line) => {
    const isBelow = /^(?:\s|-\s)/.test(line) && !line.startsWith('---')
    const filled = FILLED.exec(line)?.[1]
    if (!isBelow) isOmitted = DROPPED.test(line) || filled !== undefined
    if (!isOmitted) return [line.replace(/^\ufeff/, '')]
    return isBelow || filled === undefined ? [] : [`${filled}: {{${filled}}}`]
  })
  if (kept.length === 0) return ''
  // The first slide starts on the line that closes the block.
  return `${kept.join('\n').trim()}\n---\n\n`
}
