import { type Document, isMap, isScalar, type LineCounter } from 'yaml'

/** Where a key of YAML stands in its file; both 1-based. */
export interface KeyPlace {
  readonly line: number
  readonly column: number
}

interface Yaml {
  readonly document: Document
  readonly counter: LineCounter
}

interface YamlPlace {
  /** 1-based line of the file on which the YAML begins. */
  readonly firstLine: number
  /** Keys whose own keys are wanted too; those get the name and a dot before theirs. */
  readonly groups: readonly string[]
}

/** The places of the keys of a mapping; that of a text without quotation marks stands under its key and a colon. */
export function keyPlaces({ document, counter }: Yaml, { firstLine, groups }: YamlPlace): Map<string, KeyPlace> {
  const places = new Map<string, KeyPlace>()
  const add = (map: unknown, prefix: string) => {
    if (!isMap(map)) return
    for (const { key, value } of map.items) {
      if (!isScalar(key) || !key.range) continue
      const name = prefix + String(key.value)
      const { line, col } = counter.linePos(key.range[0])
      places.set(name, { line: firstLine + line - 1, column: col })
      if (isScalar(value) && value.type === 'PLAIN' && value.range) {
        const at = counter.linePos(value.range[0])
        places.set(`${name}:`, { line: firstLine + at.line - 1, column: at.col })
      }
      if (groups.includes(name)) add(value, `${name}.`)
    }
  }
  add(document.contents, '')
  return places
}
