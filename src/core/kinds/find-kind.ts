import type { Block, SlideShape } from './slide-shape.ts'

/** The kinds of slides. */
export const KINDS = [
  'title',
  'divider',
  'opener',
  'end',
  'list',
  'text',
  'quote',
  'figure',
  'exhibit',
  'picture',
  'label',
  'table',
  'code',
  'columns',
  'gallery',
  'blank',
] as const

export type FoundKind = (typeof KINDS)[number]

/** Where a slide is in its deck. */
export interface SlidePosition {
  readonly isFirst: boolean
  /** Nothing but empty slides follows. */
  readonly isLast: boolean
  /** It is one of several in its column. */
  readonly isInStack: boolean
  readonly isTopOfStack: boolean
  /** A picture is behind it. */
  readonly hasPhoto: boolean
}

// In characters, besides headings and people: more is no opening, and no caption.
const OPENING = 320
const LONE_OPENING = 170
const LAST_WORDS = 160
const CAPTION = 120
const SOURCE = 60
const TITLE_TEXT = 500

/** What kind of slide it is, from what it shows and where it is. */
export function findKind(shape: SlideShape, { isFirst, isLast, isInStack, isTopOfStack, hasPhoto }: SlidePosition): FoundKind {
  const { blocks, head, headings, rest, pictures } = shape
  if (blocks.length === 0) return 'blank'
  const has = (kind: Block['kind']) => rest.some((block) => block.kind === kind)
  const spoken = rest.filter(({ people }) => !people)
  const characters = spoken.reduce((sum, block) => sum + block.characters, 0)
  const isPlain = !has('code') && !has('table') && !has('columns')
  if (isFirst && headings.some(({ level }) => level === 1) && (hasPhoto || (isPlain && characters <= TITLE_TEXT))) return 'title'
  if (hasPhoto) return 'label'
  if (has('columns')) return 'columns'
  if (has('code')) return 'code'
  if (has('table')) return 'table'
  if (pictures.length > 0) {
    if (!head && characters <= CAPTION && !has('list')) return pictures.length > 1 ? 'gallery' : 'picture'
    if (pictures.length > 1) return 'gallery'
    return characters > 0 || headings.length > 2 ? 'figure' : 'exhibit'
  }
  const isEnd = isLast && head !== undefined && saysEnd(head.text)
  if (rest.length === 0) return isEnd ? 'end' : isTopOfStack ? 'opener' : 'divider'
  // A diagram, video or page that has the slide to itself.
  if (rest.length === 1 && head && headings.length === 1 && rest[0]?.hasMedia === true && characters === 0) return 'exhibit'
  const hasPeople = spoken.length < rest.length
  const isWords = rest.every(({ kind, hasMedia }) => (kind === 'text' || kind === 'quote') && !hasMedia)
  // What was said, and in a few words by whom.
  const [said, by] = spoken
  const isQuote = said?.kind === 'quote' && (spoken.length === 1 || (spoken.length === 2 && by?.kind === 'text' && by.characters <= SOURCE))
  if (head && isWords && headings.length <= 2 && characters <= OPENING) {
    if (isEnd) return 'end'
    if (isTopOfStack || hasPeople || (!isInStack && characters <= LONE_OPENING) || (isLast && characters <= LAST_WORDS)) return 'opener'
  }
  if (isQuote) return 'quote'
  return has('list') ? 'list' : 'text'
}

// Words that end a talk, in the languages of the interface.
const ENDS = new Set(
  'thanks thank danke dank dankeschön merci questions question fragen frage discussion diskussion discuss q&a bye goodbye tschüss ende fin finis'.split(
    ' ',
  ),
)
const PHRASES = ['the end', 'see you', 'auf wiedersehen', 'bis bald', 'au revoir', 'q & a', 'q and a']

function saysEnd(heading: string): boolean {
  const text = heading.toLowerCase()
  return PHRASES.some((phrase) => text.includes(phrase)) || text.split(/[^\p{L}&]+/u).some((word) => ENDS.has(word))
}
