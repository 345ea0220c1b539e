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
} from 'yaml'

const LARGEST = 16 * 1024
const DEEPEST = 20
// What the parser keeps open at once; real front matter stays below 10.
const MOST_OPEN = 24

/** YAML that has been read, mistakes and all, with the places of its lines; or what of it is more than may be read, for people. */
export type ParsedYaml = { readonly document: Document.Parsed; readonly counter: LineCounter } | { readonly excess: string }

/**
 * Reads YAML that anybody may have written. The second stage of the reader is quadratic in keys and ends the process on deep nesting,
 * whatever it is made of: so the size is measured first, and then the depth by the first stage, one token at a time.
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
  // With an end that is forced there is always one.
  const [document] = new Composer({ ...options, prettyErrors: false, logLevel: 'silent' }).compose(tokens, true, yaml.length)
  if (!document) throw new Error('YAML without a document')
  return { document, counter }
}
