import type { Field } from './schema.ts'

/** A sponsor of the decks of some time. */
export interface Sponsor {
  /** The alternative text of the logo. */
  readonly name: string
  /** Image in the decks folder, as a path. */
  readonly logo: string
  /** ISO dates of its first and its last day; without them, there is none. */
  readonly from?: string | undefined
  readonly until?: string | undefined
}

const DAY = /^\d{4}-\d{2}-\d{2}$/
const LONGEST = 1000
const KEYS = new Set<unknown>(['name', 'logo', 'from', 'until'])

/** A list of sponsors, each with its name, its logo and perhaps its first and last day. */
export function datedSponsors(doc: string): Field<readonly Sponsor[]> {
  const text = { type: 'string', maxLength: LONGEST } as const
  const day = { type: 'string', pattern: DAY.source } as const
  const properties = { name: { ...text, pattern: '\\S' }, logo: text, from: day, until: day }
  return {
    type: 'a list of sponsors, each with "name" and "logo", perhaps with dates as "from" and "until"',
    fallback: [],
    doc,
    json: { type: 'array', items: { type: 'object', properties, required: ['name', 'logo'], additionalProperties: false } },
    read(value) {
      const read = Array.isArray(value) ? value.map(readSponsor) : [undefined]
      return read.every((one) => one !== undefined) ? read : undefined
    },
  }
}

function readSponsor(value: unknown): Sponsor | undefined {
  if (!(value instanceof Map) || [...value.keys()].some((key) => !KEYS.has(key))) return undefined
  const [name, logo, from, until] = ['name', 'logo', 'from', 'until'].map((key): unknown => value.get(key))
  const isText = (text: unknown): text is string => typeof text === 'string' && text.length <= LONGEST
  const isDay = (day: unknown): day is string | undefined => day === undefined || (typeof day === 'string' && DAY.test(day))
  return isText(name) && /\S/.test(name) && isText(logo) && isDay(from) && isDay(until) ? { name, logo, from, until } : undefined
}

/** The sponsors at the date of a deck; for a deck without one, those without dates. */
export function sponsorsAt(date: string | undefined, sponsors: readonly Sponsor[]): readonly Sponsor[] {
  return sponsors.filter(({ from, until }) =>
    date === undefined ? from === undefined && until === undefined : (from ?? date) <= date && date <= (until ?? date),
  )
}
