/** What of a slide stays. */
interface Kept {
  /** The slide with the title, of which all headings stay. */
  readonly isFirst: boolean
  /** Whether a line is in other decks, too. */
  readonly repeats: (line: string) => boolean
}

const HEADING = /^ {0,3}#{1,6}[ \t]+\S/
const ITEM = /^\s*(?:[-*+]|\d+[.)])\s/
const FENCE = /^ {0,3}(?:`{3,}|~{3,})/
// Elements, containers and tables have an end, which need not repeat.
const PAIRED = /<(?!!--)|^\s*:::|^\s*\|/

/** The headings of a slide, and what else it shares with those of other decks; `undefined` if nothing of it stays. */
export function emptySlide(markdown: string, { isFirst, repeats }: Kept): string | undefined {
  const kept: string[] = []
  let block: 'style' | 'comment' | 'code' | undefined
  let isCut = false
  let says = isFirst
  for (const line of markdown.split('\n')) {
    if (block === 'style') {
      if (isFirst) kept.push(line)
      if (/<\/style>/i.test(line)) block = undefined
      continue
    }
    if (block !== undefined) {
      if (block === 'code' ? FENCE.test(line) : line.includes('-->')) block = undefined
      continue
    }
    if (/^\s*<style\b/i.test(line)) {
      if (isFirst) kept.push(line)
      if (!/<\/style>/i.test(line)) block = 'style'
    } else if (FENCE.test(line)) {
      block = 'code'
      isCut = true
    } else if (/^\s*<!--/.test(line)) {
      if (!line.includes('-->')) block = 'comment'
      else if (repeats(line) && /<!--\s*\.slide/.test(line)) kept.push(line)
    } else if (line.trim() === '') kept.push('')
    else if (HEADING.test(line)) {
      if (!isFirst && !repeats(line)) continue
      kept.push(line.trimEnd())
      says = true
    } else if (!PAIRED.test(line) && repeats(line)) {
      kept.push(line.trimEnd())
      says ||= !/^[\s*+-]*$/.test(line)
    } else if (!isFirst) isCut ||= ITEM.test(line) || /\p{L}/u.test(line)
  }
  if (!says) return undefined
  const text = kept
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim()
  // The list of what comes next; the empty line keeps it from underlining a heading.
  return isCut ? `${text}\n\n-` : text
}
