import { type DeckOptions, deckSchema, foreignOptions } from '../config/deck-options.ts'
import { describeValue, valueFix, readOptions } from '../config/read-options.ts'
import { retiredOptions, type RevealOptions, revealSchema, unsafeOptions } from '../config/reveal-options.ts'
import type { Report } from '../diagnostics/diagnostic.ts'
import { nearest } from '../diagnostics/nearest.ts'
import { readDate } from './dates-in.ts'
import type { Dialect } from './dialect.ts'
import type { FrontMatter } from './read-front-matter.ts'

const OPTIONS = Object.keys(revealSchema) as readonly (keyof typeof revealSchema)[]
// Options that HedgeDoc sets by default; all others have the defaults of reveal.js.
const HEDGEDOC_DEFAULTS = ['controls', 'progress', 'slideNumber', 'history', 'center', 'transition'] as const

/** The options of a deck from its front matter; invalid ones are reported and get their default. */
export function readDeckOptions(frontMatter: FrontMatter, file: string, report: Report, dialect?: Dialect): DeckOptions {
  const { locations } = frontMatter
  const data = dialect ? dialect.options(frontMatter.data) : frontMatter.data
  const location = (name: string) => ({ file, ...locations.get(dialect ? foreignName(name, locations) : name) })
  // YAML parses an unquoted date as one; HedgeDoc ignores such a title and takes the heading.
  const given = new Map(
    [...data].map(([name, value]) => [name, value instanceof Date ? (name === 'title' ? null : isoDate(value)) : value]),
  )
  const date = given.get('date')
  if (typeof date === 'string' || typeof date === 'number') given.set('date', readDate(String(date)) ?? date)
  if (typeof given.get('tags') === 'string') given.set('tags', splitTags(String(given.get('tags'))))
  const values = readOptions(deckSchema, given, { report, locationOf: location, ignored: foreignOptions })
  const { type } = values
  if (type !== undefined && type !== 'slide' && nearest(type, ['slide'], 2) !== undefined)
    report('type-unknown', { ...location('type'), edits: valueFix(type, 'slide', location('type:')) }, type)
  const slideOptions = data.get('slideOptions')
  const { theme, ...reveal } = readRevealOptions(slideOptions, location, dialect?.name === 'reveal-md' ? reportForRevealMd(report) : report)
  return {
    ...values,
    title: values.title === 0 || values.title === undefined ? '' : String(values.title).trim(),
    theme,
    // HedgeDoc and Marp keep line breaks; for the others a line break is a space.
    breaks: data.has('breaks') ? values.breaks : dialect === undefined || dialect.name === 'Marp',
    dialect: dialect?.name,
    reveal: { ...reveal, ...(values.dir === 'rtl' ? { rtl: true } : {}) },
    locations: dialect ? withTheme(locations) : locations,
  }
}

function readRevealOptions(
  slideOptions: unknown,
  location: (name: string) => { file: string },
  report: Report,
): RevealOptions & { theme?: string } {
  const given = new Map<string, unknown>()
  if (slideOptions instanceof Map) for (const [name, value] of slideOptions as Map<unknown, unknown>) given.set(String(name), value)
  else if (slideOptions !== undefined && slideOptions !== null)
    report('option-type', location('slideOptions'), 'slideOptions', 'a mapping of options', describeValue(slideOptions))
  for (const name of given.keys()) if (unsafeOptions.has(name)) report('option-not-allowed', location(`slideOptions.${name}`), name)
  const all = readOptions(revealSchema, given, {
    report,
    locationOf: (name) => location(`slideOptions.${name}`),
    prefix: 'slideOptions.',
    ignored: new Set([...retiredOptions, ...unsafeOptions]),
  })
  const named = new Set<string>([...HEDGEDOC_DEFAULTS, ...given.keys()])
  const set = Object.fromEntries(OPTIONS.filter((name) => named.has(name) && all[name] !== undefined).map((name) => [name, all[name]]))
  const theme = given.get('theme')
  if (theme !== undefined && theme !== null && typeof theme !== 'string')
    report('option-type', location('slideOptions.theme'), 'slideOptions.theme', 'the name of a theme', describeValue(theme))
  return { ...set, theme: typeof theme === 'string' ? theme : undefined }
}

// The message about the tool names what of its options is not supported; only a misspelt option in the deck has a message of its own.
function reportForRevealMd(report: Report): Report {
  return (code, location, ...details) => {
    const isForeign = code === 'option-not-allowed' || (code === 'option-unknown' && (location.line === undefined || details[1] === ''))
    if (!isForeign) report(code, location, ...details.map((detail) => detail.replace(/^slideOptions\./, 'revealOptions.')))
  }
}

// The theme is reported by the name that it has in HedgeDoc.
function withTheme(locations: FrontMatter['locations']): FrontMatter['locations'] {
  const at = locations.get('revealOptions.theme') ?? locations.get('theme') ?? locations.get('format')
  return at ? new Map([...locations, ['slideOptions.theme', at]]) : locations
}

// Options of reveal.js are in a group of the tool, or beside the others.
function foreignName(name: string, locations: FrontMatter['locations']): string {
  const own = name.replace(/^slideOptions\./, '')
  return [name, `revealOptions.${own}`, own].find((known) => locations.has(known)) ?? name
}

function splitTags(tags: string): string[] {
  return tags
    .split(/[,;]/)
    .map((tag) => tag.trim())
    .filter((tag) => tag !== '')
}

function isoDate(date: Date): string {
  return Number.isNaN(date.getTime()) ? '' : date.toISOString().slice(0, 10)
}
