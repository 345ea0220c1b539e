import matter from 'gray-matter'
import { type Document, isScalar, type ScalarTag } from 'yaml'
import { deckSchema, foreignOptions } from '../config/deck-options.ts'
import { indentQuoted } from '../config/indent-quoted.ts'
import { type KeyLocation, keyLocations, type ParsedYaml, parseYaml } from '../config/parse-yaml.ts'
import type { Edit, Report } from '../diagnostics/diagnostic.ts'
import { findYamlMistake } from '../config/yaml-mistake.ts'
import type { SourceFile } from '../model.ts'
import { isDate } from './deck-id.ts'
import { findFrontMatter, type FrontMatterBlock, mapsNames } from './find-front-matter.ts'

/** Parsed front matter, and the text below it. */
export interface FrontMatter {
  readonly data: ReadonlyMap<string, unknown>
  /** Locations of the keys; those of `slideOptions` have that prefix. */
  readonly locations: ReadonlyMap<string, KeyLocation>
  readonly body: string
  readonly bodyLine: number
  /** The block could not be read, and the deck cannot be shown. */
  readonly failed: boolean
  /** 1-based last line of a block that is reported as not being front matter. */
  readonly refusedTo?: number
}

/** The front matter of a file by HedgeDoc's rules; a likely mistake is reported instead of being shown as a slide. */
export function readFrontMatter(source: SourceFile, report: Report): FrontMatter {
  const text = source.text.replace(/^\ufeff/, '')
  const whole: FrontMatter = { data: new Map(), locations: new Map(), body: text, bodyLine: 1, failed: false }
  const found = findFrontMatter(source.text)
  if (found.kind === 'none') return whole
  if (found.kind === 'unclosed') {
    report('front-matter-unclosed', { file: source.path, line: found.line })
    return whole
  }
  if (found.kind === 'language') {
    report('front-matter-language', { file: source.path, line: found.line }, found.language)
    return { ...whole, refusedTo: found.lastLine }
  }
  const { block } = found
  const meant = !block.spaced || mapsNames(block.yaml.trimStart().split('\n')[0])
  const below = { body: block.body, bodyLine: block.bodyLine }
  const parsed = parseBlock(block.yaml)
  if ('excess' in parsed) {
    if (!meant) return whole
    report('front-matter-limit', { file: source.path, line: block.line }, parsed.excess)
    return { ...whole, ...below, failed: true }
  }
  const { document, counter } = parsed
  const [mistake] = document.errors
  if (mistake) {
    if (!meant) return whole
    const { offset, problem } = findYamlMistake(document, mistake)
    const { line, col } = counter.linePos(offset)
    report('front-matter-yaml', { file: source.path, line: block.line + line - 1, column: col }, problem)
    return { ...whole, ...below, failed: true }
  }
  if (document.contents === null || (isScalar(document.contents) && document.contents.value === null))
    return nothingMeant(block, meant) ? whole : { ...whole, ...below }
  const data = readMapping(block, document)
  if (data instanceof Error) {
    report('front-matter-yaml', { file: source.path, line: block.line }, data.message)
    return { ...whole, ...below, failed: true }
  }
  if (!data) {
    if (!block.first && !meant) return whole
    report('front-matter-mapping', { file: source.path, line: block.line - 1 })
    return { ...whole, refusedTo: block.bodyLine }
  }
  // Two separators around "Warning: …" are a slide, unless a key is a known option.
  if ((!block.first || block.spaced) && ![...data.keys()].some(isKnown)) return whole
  if (!block.first) report('front-matter-late', { file: source.path, line: 1, edits: [removeBefore(source.text, block.line - 1)] })
  const locations = keyLocations(parsed, { firstLine: block.line, groups: ['slideOptions', 'revealOptions'] })
  return { data, locations, ...below, failed: false }
}

function parseBlock(yaml: string): ParsedYaml {
  const parse = (text: string) => parseYaml(text, { merge: true, customTags: [dayTag] })
  const parsed = parse(yaml)
  if ('excess' in parsed || parsed.document.errors.length === 0) return parsed
  const indented = parse(indentQuoted(yaml))
  return 'excess' in indented || indented.document.errors.length > 0 ? parsed : indented
}

// Options that make a file a deck of another tool.
const TOOLS: ReadonlySet<string> = new Set(['revealOptions', 'marp', 'format'])

// For YAML a heading is a comment; between separators it is a slide.
function nothingMeant({ first, yaml }: FrontMatterBlock, meant: boolean): boolean {
  return yaml.trim() === '' ? !first : !meant
}

function isKnown(name: string): boolean {
  return Object.hasOwn(deckSchema, name) || foreignOptions.has(name) || TOOLS.has(name)
}

// Removes everything before the opening dashes, which are on `line`.
function removeBefore(text: string, line: number): Edit {
  const lines = text.split('\n').slice(0, line)
  const indent = (lines.at(-1) ?? '').indexOf('-')
  return { line: 1, column: 1, was: [...lines.slice(0, -1), (lines.at(-1) ?? '').slice(0, indent)].join('\n'), text: '' }
}

// The timestamp of YAML would turn the 45th of a month into a day of the next.
const dayTag: ScalarTag = {
  tag: 'tag:yaml.org,2002:timestamp',
  default: true,
  test: /^\d{4}-\d{2}-\d{2}$/,
  resolve: (text) => (isDate(text) ? new Date(`${text}T00:00:00Z`) : text),
}

// gray-matter supports languages that run code, looks them up on a plain object, and caches what it has parsed:
// so it gets YAML only, our own engine, and options, which turn the cache off.
function readMapping(block: FrontMatterBlock, document: Document): ReadonlyMap<string, unknown> | Error | undefined {
  const refuse = () => {
    throw new Error('only YAML is supported')
  }
  try {
    const engine = { parse: () => ({ mapping: document.toJS({ mapAsMap: true, maxAliasCount: 50 }) as unknown }) }
    const { data } = matter(`---\n${block.yaml.replace(/^---/gm, '')}\n---\n`, {
      language: 'yaml',
      engines: { yaml: engine, js: refuse, javascript: refuse, json: refuse, coffee: refuse },
    })
    const mapping: unknown = data['mapping']
    if (!(mapping instanceof Map)) return block.yaml.trim() === '' ? new Map() : undefined
    return new Map([...mapping].map(([name, value]: [unknown, unknown]) => [String(name), value]))
  } catch (cause) {
    return cause instanceof Error ? cause : new Error(String(cause))
  }
}
