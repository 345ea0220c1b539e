import { Lexer, Parser } from 'yaml'

const LARGEST = 16 * 1024
const DEEPEST = 20
// What the parser keeps open at once; real front matter stays below 10.
const MOST_OPEN = 24

/**
 * What of a YAML text is more than its reader should be given, for people; `undefined` where nothing is.
 * The reader is quadratic in keys and ends the process on deep nesting, whatever it is made of: so the size is measured
 * first, and then the depth by the reader's own tokens, one at a time.
 */
export function yamlExcess(yaml: string): string | undefined {
  if (yaml.length > LARGEST) return `larger than ${LARGEST / 1024} KB`
  const parser = new Parser()
  for (const token of new Lexer().lex(yaml)) {
    for (const part of parser.next(token)) void part
    if (parser.stack.length > MOST_OPEN) return `nested deeper than ${DEEPEST} levels`
  }
  return undefined
}
