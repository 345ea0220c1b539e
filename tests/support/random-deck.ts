import fc from 'fast-check'
import type { Lines } from './markdown-templates.ts'
import { randomBlocks } from './random-markdown.ts'

/** A slide, and the words that stand in it and nowhere else. */
export interface WrittenSlide {
  readonly text: string
  readonly shown: readonly string[]
  readonly notes: readonly string[]
  readonly attributes: readonly string[]
  /** Texts that are shown as they are written. */
  readonly verbatim: readonly string[]
}

export interface WrittenDeck {
  readonly text: string
  readonly columns: readonly (readonly WrittenSlide[])[]
}

// No word is the name of anything or a part of another.
const LETTERS = 'bcdfghjkmnpqrstvwxz'
const WORD = new RegExp(`q[${LETTERS}]{3}`, 'g')

/** The words of a text, sorted. */
export const wordsOf = (text: string): string[] => (text.match(WORD) ?? []).toSorted()

type Write = (template: Lines) => Omit<WrittenSlide, 'notes'>

/** Puts words into templates, none of them twice, and numbers, none of them twice on a slide. */
function createWriter(): Write {
  let words = 0
  const nextWord = () => {
    words += 1
    return `q${[361, 19, 1].map((unit) => LETTERS[Math.floor(words / unit) % LETTERS.length]).join('')}`
  }
  return (template) => {
    let numbers = 0
    const shown: string[] = []
    const attributes: string[] = []
    const verbatim: string[] = []
    const filled = template.join('\n').replace(/[§¤¬№″]/g, (sign) => {
      if (sign === '№') numbers += 1
      if (sign === '№' || sign === '″') return String(numbers)
      const word = nextWord()
      if (sign === '§') shown.push(word)
      if (sign === '¤') attributes.push(word)
      return word
    })
    const text = filled.replace(/«(.*?)»/g, (_, part: string) => {
      verbatim.push(part)
      return part
    })
    return { text, shown, attributes, verbatim }
  }
}

interface SlideTemplate {
  readonly body: Lines
  readonly mark: string
  readonly notes: Lines | null
}

function writeSlide({ body, mark, notes }: SlideTemplate, write: Write): WrittenSlide {
  const slide = write(body)
  if (notes === null) return { ...slide, notes: [] }
  const aside = write([...mark.split('\n'), ...notes])
  return {
    text: `${slide.text}\n\n${aside.text}`,
    shown: slide.shown,
    notes: aside.shown,
    attributes: [...slide.attributes, ...aside.attributes],
    verbatim: [...slide.verbatim, ...aside.verbatim],
  }
}

const slideTemplate: fc.Arbitrary<SlideTemplate> = fc.record({
  body: randomBlocks,
  // No code begins on the line of the mark: its end would be taken for the beginning of other code.
  mark: fc.constantFrom('Note:\n', 'note:\n\n', 'NOTE: §\n'),
  notes: fc.option(randomBlocks, { freq: 1 }),
})

/** Decks with words that are there once. */
export const randomDeck: fc.Arbitrary<WrittenDeck> = fc
  .tuple(fc.boolean(), fc.array(fc.array(slideTemplate, { minLength: 1, maxLength: 2 }), { minLength: 1, maxLength: 3 }))
  .map(([hasFrontMatter, templates]) => {
    const write = createWriter()
    const columns = templates.map((column) => column.map((template) => writeSlide(template, write)))
    const body = columns.map((column) => column.map(({ text }) => text).join('\n\n----\n\n')).join('\n\n---\n\n')
    // Dashes at the beginning, with nothing or headings below, are taken for front matter.
    const isOpen = !hasFrontMatter && !/^\s*---/.test(body)
    return { text: `${isOpen ? '' : '---\ntitle: x\n---\n\n'}${body}\n`, columns }
  })
