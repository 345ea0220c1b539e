import type { Edit, Place, Report } from '../diagnostics/diagnostic.ts'
import { replaceAt } from '../diagnostics/edit.ts'
import { didYouMean, nearest } from '../diagnostics/nearest.ts'
import type { Schema, Values } from './schema.ts'

export interface ReadContext {
  readonly report: Report
  /** Where the option of that name stands. */
  readonly placeOf: (name: string) => Place
  /** What stands before the names in messages: `slideOptions.`. */
  readonly prefix?: string
  /** Names that are passed over in silence: somebody else reads them. */
  readonly ignored?: ReadonlySet<string>
}

/**
 * The options of a schema from what a deck or a site gives; the default for whatever is missing or wrong.
 * Only names of the schema are copied, one by one, so no name of an author reaches a prototype.
 */
export function readOptions<S extends Schema>(schema: S, given: ReadonlyMap<string, unknown>, context: ReadContext): Values<S> {
  const { report, placeOf, prefix = '', ignored } = context
  const values: Record<string, unknown> = {}
  for (const [name, field] of Object.entries(schema)) values[name] = field.fallback
  for (const [name, value] of given) {
    if (ignored?.has(name)) continue
    const field = Object.hasOwn(schema, name) ? schema[name] : undefined
    if (!field) {
      const place = placeOf(name)
      report(
        'option-unknown',
        { ...place, edits: mendName(name, place, { schema, given }) },
        prefix + name,
        didYouMean(name, Object.keys(schema)),
      )
      continue
    }
    // "transition:" with nothing after it means that the author has not decided.
    if (value === null) continue
    const read = field.read(value)
    if (read === undefined) report('option-type', placeOf(name), prefix + name, field.type, describe(value))
    else values[name] = read
  }
  // The loop above gave every name of the schema a value of its field's type.
  return values as Values<S>
}

// Only what one letter makes right, and what then means something.
function mendName(
  name: string,
  { line, column }: Place,
  { schema, given }: { readonly schema: Schema; readonly given: ReadonlyMap<string, unknown> },
): readonly Edit[] | undefined {
  const meant = name.length < 4 ? undefined : nearest(name, Object.keys(schema), 1)
  if (meant === undefined || line === undefined || column === undefined || given.has(meant)) return undefined
  return schema[meant]?.read(given.get(name)) === undefined ? undefined : [replaceAt(line, column, [name, meant])]
}

function describe(value: unknown): string {
  if (Array.isArray(value)) return 'a list'
  if (value instanceof Date) return 'a date'
  if (value instanceof Map) return 'a group of options'
  return typeof value === 'string' ? `the text "${value}"` : String(value)
}
