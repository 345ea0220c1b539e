import { findYamlMistake } from './yaml-mistake.ts'
import type { Report } from '../diagnostics/diagnostic.ts'
import { type KeyLocation, keyLocations, type ParsedYaml, parseYaml } from './parse-yaml.ts'
import { describeValue, readOptions } from './read-options.ts'
import type { Schema } from './schema.ts'
import { SITE_FILE } from './site-file.ts'
import { linksSchema, nextSchema, searchSchema, type SiteOptions, siteSchema, topicsSchema } from './site-options.ts'

// Options that consist of options.
const GROUPS = ['links', 'search', 'topics', 'next'] as const

/** The site's options; `text` is `site.yaml`, or empty if there is none. */
export function readSiteOptions(text: string, report: Report): SiteOptions {
  const parsed = parseYaml(text)
  const value = readValue(parsed, report)
  const given = value instanceof Map ? (value as Map<string, unknown>) : new Map<string, unknown>()
  const locations = 'excess' in parsed ? new Map<string, KeyLocation>() : keyLocations(parsed, { firstLine: 1, groups: GROUPS })
  const locationOf = (prefix: string) => (name: string) => ({ file: SITE_FILE, ...locations.get(prefix + name) })
  const readGroup = <S extends Schema>(name: (typeof GROUPS)[number], schema: S) => {
    const group = given.get(name)
    if (group !== undefined && group !== null && !(group instanceof Map))
      report('option-type', locationOf('')(name), name, 'a mapping of options', describeValue(group))
    const prefix = `${name}.`
    return readOptions(schema, group instanceof Map ? group : new Map(), { report, locationOf: locationOf(prefix), prefix })
  }
  return {
    ...readOptions(siteSchema, given, { report, locationOf: locationOf(''), ignored: new Set(GROUPS) }),
    // A file that is not valid may say that they are not published.
    ...(value === undefined ? { notes: false, future: false } : {}),
    ...(given.has('lang') ? {} : { lacksLang: true as const }),
    links: readGroup('links', linksSchema),
    search: readGroup('search', searchSchema),
    topics: readGroup('topics', topicsSchema),
    next: readGroup('next', nextSchema),
  }
}

// The value of the file, or `undefined` if it is not valid.
function readValue(parsed: ParsedYaml, report: Report): unknown {
  const refuse = (message: string, location: { line: number; column?: number }) =>
    report('site-options', { file: SITE_FILE, ...location }, message)
  if ('excess' in parsed) {
    refuse(`it is ${parsed.excess}`, { line: 1 })
    return undefined
  }
  const { document, counter } = parsed
  const [mistake] = document.errors
  if (mistake) {
    const { offset, problem } = findYamlMistake(document, mistake)
    const { line, col } = counter.linePos(offset)
    refuse(problem, { line, column: col })
    return undefined
  }
  try {
    const value: unknown = document.toJS({ mapAsMap: true, maxAliasCount: 50 })
    if (value === null || value instanceof Map) return value
    refuse('it must consist of "name: value" lines', { line: 1 })
    return undefined
  } catch (cause) {
    // Too many aliases.
    refuse(cause instanceof Error ? cause.message : String(cause), { line: 1 })
    return undefined
  }
}
