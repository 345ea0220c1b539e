import type { FrontMatterData } from '../deck/dialect.ts'
import { splitSlides } from '../deck/dialects/slidev-slides.ts'

/** A slide of Slidev whose `src` names the file with its slides; 0-based lines of its text. */
export interface SlidevPage {
  readonly address: string
  readonly addressLine: number
  readonly from: number
  /** The line below it. */
  readonly to: number
  /** The other lines of its front matter, which come before those of the file. */
  readonly kept: readonly string[]
  readonly isHidden: boolean
}

/** What is read of a deck or one of its pages. */
export interface PageText {
  readonly lines: readonly string[]
  readonly firstLine: number
}

/** The slides of a text that are those of another file. `data` is the front matter above the text. */
export function findPages({ lines, firstLine }: PageText, data: FrontMatterData): readonly SlidevPage[] {
  return splitSlides({ lines, firstLine, data, lineOf: () => firstLine }).flatMap((slide, index) => {
    const address = slide.data.get('src')
    // Some slides of a file have an address with their numbers.
    if (typeof address !== 'string' || /[#\n]/.test(address)) return []
    const start = slide.firstLine - firstLine
    const to = start + slide.lines.length
    const isHidden = slide.data.get('hide') === true || slide.data.get('disabled') === true
    if (index === 0 && slide.data === data) return [{ address, addressLine: 0, from: start, to, kept: keptOf(data), isHidden }]
    const from = slide.dataLine - firstLine - 1
    const own = lines.slice(from + 1, start - 1)
    const addressLine =
      from +
      1 +
      Math.max(
        0,
        own.findIndex((line) => line.startsWith('src:')),
      )
    return [{ address, addressLine, from, to, kept: own.filter((line) => !line.startsWith('src:')), isHidden }]
  })
}

// The options of a deck that are also those of its first slide.
function keptOf(data: FrontMatterData): readonly string[] {
  return ['layout', 'class', 'background', 'image'].flatMap((name) =>
    typeof data.get(name) === 'string' ? [`${name}: ${JSON.stringify(data.get(name))}`] : [],
  )
}

/** An address in a page: from the folder of the deck if it starts with `/`. */
export function pageAddress(address: string, deck: string): string {
  return address.startsWith('/') ? `/${deck.split('/').slice(0, -1).map(encodeURIComponent).join('/')}${address}` : address
}

/** The lines of a page below the front matter of the slide that names it, which wins. */
export function joinPage<Line extends { readonly text: string }>(
  kept: readonly string[],
  lines: readonly Line[],
  added: (text: string) => Line,
): readonly Line[] {
  const isDashes = ({ text }: Line) => text.trimEnd() === '---'
  const first = lines.findIndex(({ text }) => text.trim() !== '')
  const opening = lines[first]
  const hasDashes = opening !== undefined && isDashes(opening)
  const isOpen = hasDashes && (lines[first + 1]?.text.trim() ?? '') !== ''
  const close = isOpen ? lines.findIndex((line, index) => index > first && isDashes(line)) : -1
  const names = new Set(kept.map(nameOf).filter((name) => name !== undefined))
  // An empty line would show that there is no front matter.
  const hasData = kept.some((line) => line.trim() !== '')
  const text = hasDashes ? lines.slice(first + 1) : lines
  if (close === -1) return [added('---'), ...(hasData ? [...kept.map(added), added('---')] : [added('')]), ...text]
  let isLeft = false
  const below = lines.slice(first + 1, close).filter(({ text }) => {
    const name = nameOf(text)
    if (name !== undefined) isLeft = names.has(name)
    return !isLeft
  })
  return [added('---'), ...(hasData ? kept.map(added) : []), ...below, ...lines.slice(close)]
}

const nameOf = (line: string) => /^([\w-]+)\s*:/.exec(line)?.[1]
