import {
  Composer,
  type CST,
  type Document,
  type DocumentOptions,
  Lexer,
  LineCounter,
  type ParseOptions,
  Parser,
  type SchemaOptions,
  isMap,
  isScalar,
} from 'yaml'

const LARGEST = 16 * 1024
const DEEPEST = 20
// Size of the parser's stack; real front matter stays below 10.
const MOST_OPEN = 24

/** A parsed YAML document, which may contain errors, and its line counter; or the limit that it exceeds, for a message. */
export type ParsedYaml = { readonly document: Document.Parsed; readonly counter: LineCounter } | { readonly excess: string }

/**
 * Parses untrusted YAML. The composer is quadratic in the number of keys, and deep nesting overflows its stack: so the size is checked
 * first, and then the depth in the parser, token by token.
 */
export function parseYaml(yaml: string, options: ParseOptions & DocumentOptions & SchemaOptions = {}): ParsedYaml {
  if (yaml.length > LARGEST) return { excess: `larger than ${LARGEST / 1024} KB` }
  const counter = new LineCounter()
  counter.addNewLine(0)
  const parser = new Parser(counter.addNewLine)
  const tokens: CST.Token[] = []
  for (const token of new Lexer().lex(yaml)) {
    tokens.push(...parser.next(token))
    if (parser.stack.length > MOST_OPEN) return { excess: `nested deeper than ${DEEPEST} levels` }
  }
  tokens.push(...parser.end())
  // With `forceDoc` there is always one.
  const [document] = new Composer({ ...options, prettyErrors: false, logLevel: 'silent' }).compose(tokens, true, yaml.length)
  if (!document) throw new Error('YAML without a document')
  return { document, counter }
}

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
