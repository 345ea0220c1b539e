import { type OutlinedHeading, readOutline } from '../../deck-outline.ts'
import type { DeckSummary } from '../../model.ts'
import { normalForm, partsOf, plainText } from './normal-form.ts'

/** A text and its normal form. */
export interface Named {
  readonly text: string
  readonly key: string
}

/** A heading, and its parts if it has two: "Team IaaS - Time for action". */
export interface Heading extends Named {
  readonly level: number
  /** Of the slide, from 1. */
  readonly slide: number
  readonly id: string
  /** It is not the first heading of its slide. */
  readonly isLater: boolean
  readonly parts?: { readonly before: Named; readonly after: Named } | undefined
}

export type ReadHeading = (heading: OutlinedHeading) => Pick<Heading, 'text' | 'key' | 'parts'>

// What recurs is seen early; the others are read once only.
const MOST_KNOWN = 5000

/** Reads headings, those that are equal once. `synonyms` has the names of topics, by the normal forms of their other names. */
export function headingReader(synonyms: ReadonlyMap<string, string>): ReadHeading {
  const known = new Map<string, Pick<Heading, 'text' | 'key' | 'parts'>>()
  const named = (text: string): Named => {
    const key = normalForm(text)
    const meant = synonyms.get(key)
    return meant === undefined ? { text, key } : { text: meant, key: normalForm(meant) }
  }
  return ({ text: written }) => {
    const before = known.get(written)
    if (before) return before
    const text = plainText(written)
    const parts = partsOf(text)
    const read = { ...named(text), parts: parts && { before: named(parts.before), after: named(plainText(parts.after)) } }
    if (known.size < MOST_KNOWN) known.set(written, read)
    return read
  }
}

/** The headings of a deck after its first slide; a heading without words is left out. */
export function headingsOf({ outline }: Pick<DeckSummary, 'outline'>, read: ReadHeading): readonly Heading[] {
  return readOutline(outline)
    .filter(({ number }) => number > 1)
    .flatMap(({ number, id, headings }) =>
      headings.map((heading, index) => ({ ...read(heading), level: heading.level, slide: number, id, isLater: index > 0 })),
    )
    .filter(({ key }) => key !== '')
}
