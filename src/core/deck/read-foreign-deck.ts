import type { Report } from '../diagnostics/diagnostic.ts'
import type { Slide } from '../model.ts'
import type { Dialect } from './dialect.ts'
import type { Document } from './open-document.ts'
import { shareDefinitions } from './share-definitions.ts'

/** The slides of a deck of another tool; one message says what of it is not supported. */
export function readForeignDeck(dialect: Dialect, document: Document, report: Report): readonly (readonly Slide[])[] {
  const { source, frontMatter } = document
  const left: string[] = []
  const lines = source.text.split('\n')
  const read =
    dialect.slides?.({
      file: source.path,
      lines: frontMatter.body.split('\n'),
      firstLine: frontMatter.bodyLine,
      data: frontMatter.data,
      lineOf: (option) => frontMatter.locations.get(option)?.line ?? 1,
      writtenOf: (option) =>
        /^\s*[\w-]+\s*:\s*(.*)$/.exec(lines[(frontMatter.locations.get(option)?.line ?? 0) - 1] ?? '')?.[1]?.trim() ?? '',
      leaveOut: (what) => left.push(what),
      report,
    }) ?? []
  const slides = dialect.sharesDefinitions === true ? shareDefinitions(read, frontMatter.body.split('\n')) : read
  reportDialect(dialect, document, report, left)
  return slides
}

const MOST_NAMED = 8

/** Reports for which tool a deck was written, and what of it is not supported. */
export function reportDialect(dialect: Dialect, { source, frontMatter }: Document, report: Report, left: readonly string[] = []): void {
  const { name, unsupported, works } = dialect
  const all = [...new Set([...unsupported(frontMatter.data), ...left])]
  const line = Math.min(...[...frontMatter.locations.values()].map((location) => location.line), frontMatter.bodyLine)
  const at = { file: source.path, line }
  const more = all.length > MOST_NAMED ? ` and ${all.length - MOST_NAMED} more` : ''
  if (all.length === 0) report('tool-recognised', at, name, works)
  else report('tool-unsupported', at, name, all.slice(0, MOST_NAMED).join(', ') + more, works)
}
