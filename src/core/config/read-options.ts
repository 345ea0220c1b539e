import { type Edit, type SourceLocation, type Report, replaceAt } from '../diagnostics/diagnostic.ts'
import { didYouMean, nearest } from '../diagnostics/nearest.ts'
import type { Field, JsonSchema, Schema, Values } from './schema.ts'

export interface ReadContext {
  readonly report: Report
  /** Where the option of that name is. */
  readonly locationOf: (name: string) => SourceLocation
  /** Prefix of the names in messages: `slideOptions.`. */
  readonly prefix?: string
  /** Names that are skipped without a message. */
  readonly ignored?: ReadonlySet<string>
}

/**
 * Reads the options of a schema; missing or invalid ones get their defaults, or what publishes less.
 * Only names of the schema are copied, one by one, so no author can set a property of a prototype.
 */
export function readOptions<S extends Schema>(schema: S, given: ReadonlyMap<string, unknown>, context: ReadContext): Values<S> {
  const { report, locationOf, prefix = '', ignored } = context
  const values: Record<string, unknown> = {}
  for (const [name, field] of Object.entries(schema)) values[name] = field.fallback
  for (const [name, value] of given) {
    if (ignored?.has(name)) continue
    const field = Object.hasOwn(schema, name) ? schema[name] : undefined
    if (!field) {
      // What its author wanted to keep must not be published for a capital letter.
      const meant = Object.hasOwn(schema, name.toLowerCase()) ? schema[name.toLowerCase()] : undefined
      if (meant?.whenInvalid !== undefined) values[name.toLowerCase()] = meant.read(value) ?? meant.whenInvalid
      const location = locationOf(name)
      report(
        'option-unknown',
        { ...location, edits: nameFix(name, location, { schema, given }) },
        prefix + name,
        didYouMean(name, Object.keys(schema)),
      )
      continue
    }
    // An option without a value, as in `transition:`, has its default.
    if (value === null && field.whenInvalid === undefined) continue
    const read = field.read(value)
    if (read === undefined) reportValue(name, value, { field, ...context })
    values[name] = read ?? field.whenInvalid ?? field.fallback
  }
  // The loop above gave every name of the schema a value of its field's type.
  return values as Values<S>
}

// Only if one letter differs and the option would then be valid.
function nameFix(
  name: string,
  { line, column }: SourceLocation,
  { schema, given }: { readonly schema: Schema; readonly given: ReadonlyMap<string, unknown> },
): readonly Edit[] | undefined {
  const meant = name.length < 4 ? undefined : nearest(name, Object.keys(schema), 1)
  if (meant === undefined || line === undefined || column === undefined || given.has(meant)) return undefined
  return schema[meant]?.read(given.get(name)) === undefined ? undefined : [replaceAt(line, column, [name, meant])]
}

interface WrongValue extends ReadContext {
  readonly field: Field<unknown>
}

function reportValue(name: string, value: unknown, { field, report, locationOf, prefix = '' }: WrongValue): void {
  const choices = typeof value === 'string' ? choicesOf(field.json) : []
  const meant = typeof value === 'string' ? nearest(value, choices) : undefined
  const edits = typeof value === 'string' && meant !== undefined ? valueFix(value, meant, locationOf(`${name}:`)) : undefined
  const code = field.whenInvalid === undefined ? 'option-type' : 'option-publishing'
  const found = value === null ? 'nothing' : describeValue(value)
  report(code, { ...locationOf(name), edits }, prefix + name, field.type, found, didYouMean(String(value), choices))
}

function choicesOf({ enum: values = [], anyOf = [] }: JsonSchema): string[] {
  return [...values.filter((value) => typeof value === 'string'), ...anyOf.flatMap(choicesOf)]
}

/** Replaces an unquoted value by the intended one, if only one letter differs. */
export function valueFix(written: string, meant: string, { line, column }: SourceLocation): readonly Edit[] | undefined {
  const isClose = written.length >= 3 && nearest(written, [meant], 1) !== undefined
  return isClose && line !== undefined && column !== undefined ? [replaceAt(line, column, [written, meant])] : undefined
}

/** An invalid value in the words of a message. */
export function describeValue(value: unknown): string {
  if (Array.isArray(value)) return 'a list'
  if (value instanceof Date) return 'a date'
  if (value instanceof Map) return 'a mapping'
  return typeof value === 'string' ? `"${value}"` : String(value)
}
