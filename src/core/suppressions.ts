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

type Suppressible = Pick<Diagnostic, 'code' | 'severity' | 'file' | 'line'>

// Found on built pages, after the comments have been read.
const IN_CHROMIUM: ReadonlySet<string> = new Set(['slide-overflow', 'accessibility-barrier'])

// Suggestions are slow to find, and a deck can consist of misspelt codes only.
const MOST_SUGGESTIONS = 20

/**
 * Removes the messages that comments in the deck or options of the site ignore, and adds one for each comment that ignores nothing.
 * Errors are never ignored.
 */
export function applySuppressions(found: readonly Diagnostic[], written: Written, site: readonly string[]): readonly Diagnostic[] {
  const { source } = written
  const { ignores, keysOf, keysOfIgnore } = ignoresOf(written)
  const ignored = new Set(ignores.flatMap(keysOfIgnore))
  const kept: Diagnostic[] = []
  const used = new Set<string>()
  for (const diagnostic of found) {
    const keys = keysOf(diagnostic)
    if (!keys.some((key) => ignored.has(key))) kept.push(diagnostic)
    for (const key of keys) used.add(key)
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
    if (foreign.length === 0 && !ignore.codes.some((code) => IN_CHROMIUM.has(code)) && !keysOfIgnore(ignore).some((key) => used.has(key)))
      report('ignore-unused', location, ignore.codes.join(', '))
  }
  return withoutCodes([...kept, ...more], site)
}

/** Whether a comment of a deck ignores a message; for messages that are found after the deck was composed. */
export function isIgnored(written: Written): (message: Suppressible) => boolean {
  const { ignores, keysOf, keysOfIgnore } = ignoresOf(written)
  const ignored = new Set(ignores.flatMap(keysOfIgnore))
  return (message) => keysOf(message).some((key) => ignored.has(key))
}

/** A comment ignores a message if they share a key: a code, alone or with the index of a slide. */
interface Ignores {
  readonly ignores: readonly Ignore[]
  readonly keysOf: (message: Suppressible) => readonly string[]
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

/** Removes the messages with some codes, but no errors. */
export function withoutCodes(found: readonly Diagnostic[], codes: readonly string[]): readonly Diagnostic[] {
  return codes.length === 0 ? found : found.filter(({ code, severity }) => severity === 'error' || !codes.includes(code))
}

/** An ignore comment in a deck. */
export interface Ignore {
  readonly codes: readonly string[]
  /** 1-based line of the comment. */
  readonly line: number
  /** It applies to the whole deck, not only to its slide. */
  readonly isForDeck: boolean
}

const COMMENT = /^\s*<!--\s*hedgerow-ignore(-deck)?\s+([\w-]+(?:[\s,]+[\w-]+)*)\s*-->\s*$/

/**
 * The comments `<!-- hedgerow-ignore code code -->` of a deck, each alone on its line.
 * `isCode` tells whether a 0-based line is in a code block, where a comment is an example.
 */
export function readIgnores(text: string, isCode: (line: number) => boolean): readonly Ignore[] {
  if (!text.includes('hedgerow-ignore')) return []
  return text.split('\n').flatMap((written, index): Ignore[] => {
    const [, deck, codes] = COMMENT.exec(written) ?? []
    if (codes === undefined || isCode(index)) return []
    return [{ codes: codes.split(/[\s,]+/), line: index + 1, isForDeck: deck !== undefined }]
  })
}
