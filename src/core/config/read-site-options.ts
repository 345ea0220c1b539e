import { findYamlMistake } from './yaml-mistake.ts'
import type { Report } from '../diagnostics/diagnostic.ts'
import { type KeyLocation, keyLocations, type ParsedYaml, parseYaml } from './parse-yaml.ts'
import { describeValue, readOptions } from './read-options.ts'
import { linksSchema, type SiteOptions, siteSchema } from './site-options.ts'

/** The file at the content root that holds the site's options. */
export const SITE_FILE = 'site.yaml'

/** The site's options; `text` is `site.yaml`, or empty if there is none. */
export function readSiteOptions(text: string, report: Report): SiteOptions {
  const parsed = parseYaml(text)
  const value = readValue(parsed, report)
  const given = value instanceof Map ? (value as Map<string, unknown>) : new Map<string, unknown>()
  const locations = 'excess' in parsed ? new Map<string, KeyLocation>() : keyLocations(parsed, { firstLine: 1, groups: ['links'] })
  const locationOf = (prefix: string) => (name: string) => ({ file: SITE_FILE, ...locations.get(prefix + name) })
  const links = given.get('links')
  if (links !== undefined && links !== null && !(links instanceof Map))
    report('option-type', locationOf('')('links'), 'links', 'a mapping of options', describeValue(links))
  const options = readOptions(siteSchema, given, { report, locationOf: locationOf(''), ignored: new Set(['links']) })
  return {
    ...options,
    // A file that is not valid may say that they are not published.
    ...(value === undefined ? { notes: false, future: false } : {}),
    links: readOptions(linksSchema, links instanceof Map ? links : new Map(), {
      report,
      locationOf: locationOf('links.'),
      prefix: 'links.',
    }),
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
