import { lastAt } from './deck/find-location.ts'
import { blockFinder, protectedBlocks } from './deck/protected-blocks.ts'
import { catalogue } from './diagnostics/catalogue.ts'
import { collect } from './diagnostics/collect.ts'
import type { Diagnostic } from './diagnostics/diagnostic.ts'
import { didYouMean } from './diagnostics/nearest.ts'
import type { SourceFile } from './model.ts'

/** A deck's text, and the 1-based lines on which its slides begin. */
interface Written {
  readonly source: SourceFile
  readonly starts: readonly number[]
}

type Told = Pick<Diagnostic, 'code' | 'severity' | 'file' | 'line'>

// Each is looked for among all codes: a deck can be made of nothing but misspelt ones.
const MOST_SUGGESTIONS = 20

/**
 * The messages about a deck without those that its comments or its site ignore, and with one about each comment that ignores nothing.
 * Errors stay: they explain why a deck is not what its author meant.
 */
export function applySuppressions(found: readonly Diagnostic[], written: Written, site: readonly string[]): readonly Diagnostic[] {
  const { source } = written
  const { ignores, keysOf, keysOfIgnore } = ignoresOf(written)
  const ignored = new Set(ignores.flatMap(keysOfIgnore))
  const kept: Diagnostic[] = []
  const heard = new Set<string>()
  for (const diagnostic of found) {
    const keys = keysOf(diagnostic)
    if (!keys.some((key) => ignored.has(key))) kept.push(diagnostic)
    for (const key of keys) heard.add(key)
  }
  const more: Diagnostic[] = []
  const report = collect(more)
  let suggestions = 0
  const suggest = (code: string) => {
    suggestions += 1
    return suggestions > MOST_SUGGESTIONS ? '' : didYouMean(code, Object.keys(catalogue))
  }
  for (const ignore of ignores) {
    const location = { file: source.path, line: ignore.line }
    const foreign = ignore.codes.filter((code) => !Object.hasOwn(catalogue, code))
    for (const code of foreign) report('ignore-unknown', location, code, suggest(code))
    if (foreign.length === 0 && !ignore.codes.includes('slide-overflow') && !keysOfIgnore(ignore).some((key) => heard.has(key)))
      report('ignore-unused', location, ignore.codes.join(', '))
  }
  return withoutCodes([...kept, ...more], site)
}

/** Whether a comment of a deck ignores a message, which may be found out when the deck has long been composed. */
export function isIgnored(written: Written): (message: Told) => boolean {
  const { ignores, keysOf, keysOfIgnore } = ignoresOf(written)
  const ignored = new Set(ignores.flatMap(keysOfIgnore))
  return (message) => keysOf(message).some((key) => ignored.has(key))
}

/** What a comment and a message have in common where the one ignores the other: a code, alone or with the number of a slide. */
interface Ignores {
  readonly ignores: readonly Ignore[]
  readonly keysOf: (message: Told) => readonly string[]
  readonly keysOfIgnore: (ignore: Ignore) => readonly string[]
}

function ignoresOf({ source, starts }: Written): Ignores {
  const blockAround = blockFinder(protectedBlocks(source.text.split('\n')).filter(({ kind }) => kind === 'a code block'))
  const onSlide = (code: string, line: number | undefined) => `${code} ${line === undefined ? -1 : lastAt(starts, line)}`
  return {
    ignores: readIgnores(source.text, (line) => blockAround(line) !== undefined),
    keysOf: ({ code, severity, file, line }) => (severity === 'error' || file !== source.path ? [] : [code, onSlide(code, line)]),
    keysOfIgnore: ({ codes, isForDeck, line }) => (isForDeck ? codes : codes.map((code) => onSlide(code, line))),
  }
}

/** Messages without those of some codes; errors stay. */
export function withoutCodes(found: readonly Diagnostic[], codes: readonly string[]): readonly Diagnostic[] {
  return codes.length === 0 ? found : found.filter(({ code, severity }) => severity === 'error' || !codes.includes(code))
}

/** What a comment in a deck says that nobody wants to hear. */
export interface Ignore {
  readonly codes: readonly string[]
  /** 1-based line of the comment. */
  readonly line: number
  /** For the whole deck, and not its slide alone. */
  readonly isForDeck: boolean
}

const COMMENT = /^\s*<!--\s*hedgerow-ignore(-deck)?\s+([\w-]+(?:[\s,]+[\w-]+)*)\s*-->\s*$/

/**
 * The comments `<!-- hedgerow-ignore code code -->` of a deck, each alone on its line.
 * `isCode` says of a 0-based line whether it stands in a block of code, where a comment is an example.
 */
export function readIgnores(text: string, isCode: (line: number) => boolean): readonly Ignore[] {
  if (!text.includes('hedgerow-ignore')) return []
  return text.split('\n').flatMap((written, index): Ignore[] => {
    const [, deck, codes] = COMMENT.exec(written) ?? []
    if (codes === undefined || isCode(index)) return []
    return [{ codes: codes.split(/[\s,]+/), line: index + 1, isForDeck: deck !== undefined }]
  })
}
