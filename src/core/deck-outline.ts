import type { Element, RenderedDeck, RenderedSlide } from './model.ts'
import { attributeOf, closest, elementsBelow, isElement, isText, textOf } from './tree.ts'

/** A slide of an outline: what it says, without its text. */
export interface OutlinedSlide {
  /** Begins at 1. */
  readonly number: number
  /** Empty on the first slide. */
  readonly id: string
  readonly headings: readonly OutlinedHeading[]
  /** The items of its lists, without those of lists in lists. */
  readonly items: readonly string[]
}

export interface OutlinedHeading {
  /** From 1 to 6. */
  readonly level: number
  readonly text: string
}

// In characters. Outlines of all decks stay in memory: those of real decks have about 2000, and what a machine has written need not be whole.
const LONGEST = 100
const MOST_WITH_ITEMS = 3000
const MOST = 4500
const MOST_ITEMS_OF_SLIDE = 8

/**
 * The headings of a deck and the first level of its lists, as one text: objects for those of ten thousand decks would need three times as much
 * memory. Slides that are not counted, and those with neither, are left out.
 */
export function writeOutline({ columns }: Pick<RenderedDeck, 'columns'>): string {
  const lines: string[] = []
  let size = 0
  const add = (line: string) => {
    lines.push(line)
    size += line.length + 1
  }
  for (const [index, slide] of columns.flat().filter(isCounted).entries()) {
    const elements = elementsBelow(slide.tree)
    const headings = elements.flatMap((element) => headingLine(element) ?? [])
    const items = size > MOST_WITH_ITEMS ? [] : elements.flatMap((element) => itemLine(element) ?? []).slice(0, MOST_ITEMS_OF_SLIDE)
    if (size > MOST) break
    if (headings.length + items.length === 0) continue
    add(`/${index + 1} ${slide.attributes['id'] ?? ''}`)
    for (const line of [...headings, ...items]) add(line)
  }
  return lines.join('\n')
}

/** The slides of an outline that `writeOutline` has written. */
export function readOutline(outline = ''): readonly OutlinedSlide[] {
  const slides: { number: number; id: string; headings: OutlinedHeading[]; items: string[] }[] = []
  for (const line of outline === '' ? [] : outline.split('\n')) {
    const text = line.slice(1)
    const slide = slides.at(-1)
    if (line.startsWith('/')) {
      const end = text.indexOf(' ')
      slides.push({ number: Number(text.slice(0, end)), id: text.slice(end + 1), headings: [], items: [] })
    } else if (line.startsWith('-')) slide?.items.push(text)
    else slide?.headings.push({ level: Number(line.charAt(0)), text })
  }
  return slides
}

/** Whether a slide counts, as reveal.js counts: one that says it is uncounted does not. */
export function isCounted({ attributes }: Pick<RenderedSlide, 'attributes'>): boolean {
  return attributes['data-visibility'] !== 'uncounted'
}

function headingLine(element: Element): string | undefined {
  const level = /^h([1-6])$/.exec(element.tagName)?.[1]
  const text = level === undefined ? '' : textOf(element)
  return text === '' ? undefined : `${level}${shorten(text)}`
}

function itemLine(element: Element): string | undefined {
  if (element.tagName !== 'li' || closest(element, 'li')) return undefined
  const text = ownText(element)
  return text === '' ? undefined : `-${shorten(text)}`
}

// Without the lists in it.
function ownText(element: Element): string {
  const parts = element.childNodes.map((node) => {
    if (isText(node)) return node.value
    if (!isElement(node) || node.tagName === 'ul' || node.tagName === 'ol') return ''
    return attributeOf(node, 'aria-hidden') === 'true' ? '' : textOf(node)
  })
  return parts.join('').replace(/\s+/g, ' ').trim()
}

function shorten(text: string): string {
  return text.length <= LONGEST ? text : `${text.slice(0, LONGEST - 1).replace(/\s+\S*$/, '')}…`
}
