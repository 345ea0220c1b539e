import { type Document, isCollection, isScalar, visit, type YAMLParseError } from 'yaml'

/** Where an author has to look for a mistake in YAML, as an offset, and what it is. */
export interface YamlMistake {
  readonly offset: number
  readonly problem: string
}

/**
 * The place of a syntax error. A parser notices an open quote or bracket only where the text ends or the next quote closes it; the mistake is
 * where it was opened.
 */
export function findYamlMistake(document: Document.Parsed, { pos, message }: YAMLParseError): YamlMistake {
  let opened: YamlMistake | undefined
  visit(document, (_, node) => {
    const range = isScalar(node) || isCollection(node) ? node.range : undefined
    if (!range || range[0] > pos[0] || opened) return
    if (isScalar(node) && node.type?.startsWith('QUOTE') === true && pos[0] <= range[2] && isOpenQuote(node.source ?? '', message)) {
      const mark = node.type === 'QUOTE_SINGLE' ? "'" : '"'
      opened = { offset: range[0], problem: `the ${mark} at the start of this value is never closed` }
    }
    if (
      isCollection(node) &&
      node.flow === true &&
      pos[0] <= range[2] + 1 &&
      /must (?:be sufficiently indented and )?end with a/.test(message)
    )
      opened = { offset: range[0], problem: 'the bracket at the start of this value is never closed' }
  })
  return opened ?? { offset: pos[0], problem: message }
}

// Without an end, or with the quote of another line as its end.
function isOpenQuote(text: string, message: string): boolean {
  return message.startsWith('Missing closing') || text.includes('\n')
}
