import { type Document, isMap, isScalar, type LineCounter } from 'yaml'

/** Where a YAML key is in its file; both 1-based. */
export interface KeyLocation {
  readonly line: number
  readonly column: number
}

interface Yaml {
  readonly document: Document
  readonly counter: LineCounter
}

interface YamlSource {
  /** 1-based line of the file on which the YAML begins. */
  readonly firstLine: number
  /** Keys whose own keys are included, as `name.key`. */
  readonly groups: readonly string[]
}

/** The locations of the keys of a mapping. That of an unquoted text value is under its key followed by a colon. */
export function keyLocations({ document, counter }: Yaml, { firstLine, groups }: YamlSource): Map<string, KeyLocation> {
  const locations = new Map<string, KeyLocation>()
  const add = (map: unknown, prefix: string) => {
    if (!isMap(map)) return
    for (const { key, value } of map.items) {
      if (!isScalar(key) || !key.range) continue
      const name = prefix + String(key.value)
      const { line, col } = counter.linePos(key.range[0])
      locations.set(name, { line: firstLine + line - 1, column: col })
      if (isScalar(value) && value.type === 'PLAIN' && value.range) {
        const at = counter.linePos(value.range[0])
        locations.set(`${name}:`, { line: firstLine + at.line - 1, column: at.col })
      }
      if (groups.includes(name)) add(value, `${name}.`)
    }
  }
  add(document.contents, '')
  return locations
}
