import { LineCounter, isMap, isScalar, parseDocument } from 'yaml'
import type { Report } from '../diagnostics/diagnostic.ts'
import { readOptions } from './read-options.ts'
import { linksSchema, siteSchema } from './site-options.ts'
import type { SiteOptions } from './site-options.ts'

/** The file at the content root that holds the site's options. */
export const SITE_FILE = 'site.yaml'

/** The site's options; `text` is `site.yaml`, or nothing where a site has none. */
export function readSiteOptions(text: string, report: Report): SiteOptions {
  const counter = new LineCounter()
  const document = parseDocument(text, { lineCounter: counter, prettyErrors: false, logLevel: 'silent' })
  const [mistake] = document.errors
  if (mistake) {
    const { line, col } = counter.linePos(mistake.pos[0])
    report('site-options', { file: SITE_FILE, line, column: col }, mistake.message)
  }
  const value: unknown = mistake ? null : document.toJS({ mapAsMap: true, maxAliasCount: 50 })
  if (value !== null && !(value instanceof Map))
    report('site-options', { file: SITE_FILE, line: 1 }, 'it is no list of "name: value" lines')
  const given = value instanceof Map ? (value as Map<string, unknown>) : new Map<string, unknown>()
  const lines = new Map<string, number>()
  const places = (map: unknown, prefix: string) => {
    if (!isMap(map)) return
    for (const { key, value: below } of map.items) {
      if (!isScalar(key) || !key.range) continue
      lines.set(prefix + String(key.value), counter.linePos(key.range[0]).line)
      places(below, `${String(key.value)}.`)
    }
  }
  places(document.contents, '')
  const placeOf = (prefix: string) => (name: string) => {
    const line = lines.get(prefix + name)
    return { file: SITE_FILE, ...(line === undefined ? {} : { line }) }
  }
  const links = given.get('links')
  return {
    ...readOptions(siteSchema, given, { report, placeOf: placeOf(''), ignored: new Set(['links']) }),
    links: readOptions(linksSchema, links instanceof Map ? links : new Map(), { report, placeOf: placeOf('links.'), prefix: 'links.' }),
  }
}
