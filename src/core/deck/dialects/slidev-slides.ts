import { parseMapping } from '../../config/parse-mapping.ts'
import type { ForeignBody, FrontMatterData } from '../dialect.ts'
import { findBlocks, type ForeignSlide } from '../foreign-blocks.ts'
import { blockFinder, protectedBlocks } from '../protected-blocks.ts'

/** A slide and its front matter. */
export interface SlidevSlide extends ForeignSlide {
  readonly data: FrontMatterData
  /** 1-based line of its front matter. */
  readonly dataLine: number
}

/** Cuts the text of a deck or of one of its pages into slides, each with its front matter. */
export function splitSlides({
  lines,
  firstLine,
  data,
  lineOf,
}: Pick<ForeignBody, 'lines' | 'firstLine' | 'data' | 'lineOf'>): SlidevSlide[] {
  const { isCode } = findBlocks(lines)
  const blockAround = blockFinder(protectedBlocks(lines))
  const slides: SlidevSlide[] = []
  // The first line is the end of the front matter.
  let [start, own, dataLine] = [lines[0] === '' ? 1 : 0, data, lineOf('layout')]
  const add = (end: number) => {
    const from = start
    slides.push({
      lines: lines.slice(from, end),
      firstLine: firstLine + from,
      isCode: (index) => isCode(from + index),
      data: own,
      dataLine,
    })
  }
  for (let index = start; index < lines.length; index += 1) {
    const line = (lines[index] ?? '').trimEnd()
    // Dashes in notes would publish what is below them.
    if (!line.startsWith('---') || isCode(index) || blockAround(index)?.kind === 'a comment') continue
    if (index > start || slides.length > 0) add(index)
    ;[start, own, dataLine] = [index + 1, new Map(), firstLine + index]
    if (line[3] === '-' || (lines[index + 1] ?? '').trim() === '') continue
    const close = nextRule(lines, index + 1)
    const isClosed = (lines[close] ?? '').trimEnd() === '---'
    const given = isClosed ? readData(lines.slice(index + 1, close).join('\n')) : undefined
    if (!given) continue
    ;[start, own, dataLine] = [close + 1, given, firstLine + index + 1]
    index = close
  }
  add(lines.length)
  return slides
}

// Only up to the next dashes, so that each line is read once.
function nextRule(lines: readonly string[], from: number): number {
  let at = from
  while (at < lines.length && !(lines[at] ?? '').startsWith('---')) at += 1
  return at
}

function readData(yaml: string): FrontMatterData | undefined {
  const parsed = parseMapping(yaml)
  return 'problem' in parsed ? undefined : parsed.mapping
}
