import type { ReadImage, ReadSlide } from './read-slides.ts'

/** One difference between two slides. */
export interface Difference {
  /** `2/1 in a stack`, or `deck`. */
  readonly slide: string
  readonly field: string
  readonly expected: unknown
  readonly actual: unknown
}

// What both sides may spell differently: quotes and dashes, emoji, formulas, white space.
const fold = (text: string) =>
  text
    .replace(/\\\(.*?\\\)|\\\[.*?\\\]|\\begin\{(\w+\*?)\}.*?\\end\{\1\}/g, '')
    .replace(/[\u2018\u2019\u201a]/g, "'")
    .replace(/[\u201c\u201d\u201e\u00ab\u00bb]/g, '"')
    .replace(/[\u2014\u2013]|-{2,3}/g, '--')
    .replace(/\u2026|\.{2,}/g, '...')
    .replace(/\u00a0/g, ' ')
    .replace(/\u00a9/g, '(c)')
    .replace(/\u00ae/g, '(r)')
    .replace(/\u2122/g, '(tm)')
    .replace(/\u00b1/g, '+-')
    .replace(/:[a-z0-9_+-]+:/gi, '')
    .replace(/(\p{Extended_Pictographic}|[\u{1f1e6}-\u{1f1ff}])(?:\ufe0f|\u200d|\p{Emoji_Modifier}|\p{Extended_Pictographic})*/gu, '')
    .replace(/\s+/g, ' ')
    .trim()

// HedgeDoc leaves the first block of a note as it was typed: the words count, not the markup.
const words = (text: string | null) =>
  text === null
    ? null
    : fold(text)
        .replace(/[^\p{L}\p{N}]+/gu, ' ')
        .trim()
const fileName = (address: string | null) => (address ? (address.split(/[?#]/)[0] ?? '').split('/').at(-1) : address)
const picture = ({ src, width, height }: ReadImage) => `${fileName(src)} ${width ?? '-'}x${height ?? '-'}`

type Fields = Readonly<Record<string, unknown>>

function fieldsOf(slide: ReadSlide): Fields {
  const attributes = Object.entries(slide.attributes).map(([name, value]) => [
    `attribute ${name}`,
    name.startsWith('data-background') ? fileName(value) : value,
  ])
  return {
    ...Object.fromEntries(attributes),
    position: positionOf(slide),
    text: fold(slide.text),
    tags: slide.tags.filter((tag) => tag !== 'img.emoji'),
    links: slide.links.map((link) => link.trim()),
    images: slide.images.filter(({ src }) => !(src ?? '').includes('emoji')).map(picture),
    notes: words(slide.notes),
  }
}

function positionOf({ h, v, stack }: ReadSlide): string {
  return `${h}/${v}${stack ? ' in a stack' : ''}`
}

/** What differs between a recorded deck and a built one; an attribute that the record does not have is no difference. */
export function compareSlides(expected: readonly ReadSlide[], actual: readonly ReadSlide[]): Difference[] {
  const found: Difference[] = []
  if (expected.length !== actual.length) found.push({ slide: 'deck', field: 'slides', expected: expected.length, actual: actual.length })
  for (const [index, slide] of expected.entries()) {
    const built = actual[index]
    if (!built) break
    const there = fieldsOf(built)
    for (const [field, value] of Object.entries(fieldsOf(slide))) {
      const other = there[field] ?? null
      if (JSON.stringify(value) !== JSON.stringify(other)) found.push({ slide: positionOf(slide), field, expected: value, actual: other })
    }
  }
  return found
}
