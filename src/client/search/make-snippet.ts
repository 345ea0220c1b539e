import { wordsOf } from './fold-word.ts'

/** A part of a text, and whether it is a word that was looked for. */
export interface TextPart {
  readonly text: string
  readonly isMarked: boolean
}

const LENGTH = 220
const BEFORE = 60

/** The text around the words that were looked for. Without any, its beginning. */
export function makeSnippet(text: string, isMarked: (word: string) => boolean): readonly TextPart[] {
  const line = inOneLine(text)
  const marks = wordsOf(line).filter(({ word }) => isMarked(word))
  const best = marks.length === 0 ? 0 : bestStart(marks)
  const wanted = line.length <= LENGTH ? 0 : Math.max(0, best - BEFORE)
  const start = wanted === 0 ? 0 : wanted + Math.max(0, line.slice(wanted, wanted + BEFORE).search(/\s/)) + 1
  const whole = line.slice(start, start + LENGTH)
  const cut = start + LENGTH < line.length ? whole.replace(/\s+\S*$/, '') : whole
  const parts = markWords(cut, isMarked)
  const dots = { text: '…', isMarked: false }
  return [...(start > 0 ? [dots] : []), ...parts, ...(cut.length < line.length - start ? [dots] : [])]
}

/** A text in parts: the words that were looked for, and what is between them. */
export function markWords(text: string, isMarked: (word: string) => boolean): readonly TextPart[] {
  const parts: TextPart[] = []
  let end = 0
  for (const { word, at } of wordsOf(text)) {
    if (!isMarked(word)) continue
    if (at > end) parts.push({ text: text.slice(end, at), isMarked: false })
    parts.push({ text: word, isMarked: true })
    end = at + word.length
  }
  return end < text.length ? [...parts, { text: text.slice(end), isMarked: false }] : parts
}

// Where the window with the most different words begins.
function bestStart(marks: readonly { readonly word: string; readonly at: number }[]): number {
  let best = { at: 0, count: 0 }
  for (const { at } of marks) {
    const inside = marks.filter((other) => other.at >= at && other.at < at + LENGTH - BEFORE)
    const count = new Set(inside.map(({ word }) => word.toLowerCase())).size
    if (count > best.count) best = { at, count }
  }
  return best.at
}

// A list becomes sentences: what is below a line explains it.
function inOneLine(text: string): string {
  const lines = text.split('\n').map((line) => ({ text: line.trim(), level: line.search(/[^\t]|$/) }))
  return lines
    .map(({ text: own, level }, index) => {
      const next = lines[index + 1]
      if (!next || /[.,:;!?–-]$/.test(own)) return own
      return `${own}${next.level > level ? ':' : level > 0 || next.level > 0 ? '.' : ''}`
    })
    .join(' ')
}
