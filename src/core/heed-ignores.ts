import { protectedBlocks } from './deck/protected-blocks.ts'
import { catalogue } from './diagnostics/catalogue.ts'
import { collect } from './diagnostics/collect.ts'
import type { Diagnostic } from './diagnostics/diagnostic.ts'
import { didYouMean } from './diagnostics/nearest.ts'
import { readIgnores } from './diagnostics/read-ignores.ts'
import type { Ignore } from './diagnostics/read-ignores.ts'
import type { SourceFile } from './model.ts'

/** A deck's text, and the 1-based lines on which its slides begin. */
interface Written {
  readonly source: SourceFile
  readonly starts: readonly number[]
}

type Told = Pick<Diagnostic, 'code' | 'severity' | 'file' | 'line'>

/**
 * The messages about a deck without those that its comments or its site ignore, and with one about each comment that ignores nothing.
 * Errors stay: they say why a deck is not what was meant.
 */
export function heedIgnores(found: readonly Diagnostic[], written: Written, site: readonly string[]): readonly Diagnostic[] {
  const { source } = written
  const { ignores, covers } = ignoresOf(written)
  const kept = found.filter((diagnostic) => !ignores.some((ignore) => covers(ignore, diagnostic)))
  const more: Diagnostic[] = []
  const report = collect(more)
  for (const ignore of ignores) {
    const place = { file: source.path, line: ignore.line }
    const foreign = ignore.codes.filter((code) => !Object.hasOwn(catalogue, code))
    for (const code of foreign) report('ignore-unknown', place, code, didYouMean(code, Object.keys(catalogue)))
    if (foreign.length === 0 && !ignore.codes.includes('slide-overflow') && !found.some((diagnostic) => covers(ignore, diagnostic)))
      report('ignore-unused', place, ignore.codes.join(', '))
  }
  return withoutCodes([...kept, ...more], site)
}

/** Whether a comment of a deck ignores a message, which may be found out when the deck has long been composed. */
export function isIgnored(written: Written): (message: Told) => boolean {
  const { ignores, covers } = ignoresOf(written)
  return (message) => ignores.some((ignore) => covers(ignore, message))
}

function ignoresOf({ source, starts }: Written): { ignores: readonly Ignore[]; covers: (ignore: Ignore, message: Told) => boolean } {
  const blocks = protectedBlocks(source.text.split('\n')).filter(({ kind }) => kind === 'a code block')
  const slideOf = (line: number | undefined) => (line === undefined ? -1 : starts.findLastIndex((start) => start <= line))
  return {
    ignores: readIgnores(source.text, (line) => blocks.some(({ from, to }) => from < line && line < to)),
    covers: ({ codes, isForDeck, line }, message) =>
      message.severity !== 'error' &&
      message.file === source.path &&
      codes.includes(message.code) &&
      (isForDeck || slideOf(line) === slideOf(message.line)),
  }
}

/** Messages without those of some codes; errors stay. */
export function withoutCodes(found: readonly Diagnostic[], codes: readonly string[]): readonly Diagnostic[] {
  return codes.length === 0 ? found : found.filter(({ code, severity }) => severity === 'error' || !codes.includes(code))
}
