import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { compareSlides } from './support/compare-slides.ts'
import { composeText } from './support/compose-text.ts'
import { type ReadSlide, readSlides } from './support/read-slides.ts'
import deviations from './dialect-deviations.json' with { type: 'json' }

// What HedgeDoc made of 251 small decks, recorded. The record is no part of this repository.
interface Case {
  readonly id: string
  readonly note: string
  readonly markdown: string
  readonly title: string
  readonly slides: readonly ReadSlide[]
}

interface Deviation {
  /** Number of the decision in docs/hedgedoc.md that makes the difference. */
  readonly decision: number
  /** Where the case differs: `2/1 text`. */
  readonly in: readonly string[]
}

const { HEDGEROW_DIALECT, HEDGEROW_CORPUS } = process.env
const folder = HEDGEROW_DIALECT ?? (HEDGEROW_CORPUS === undefined ? undefined : path.join(HEDGEROW_CORPUS, '../dialect'))
const file = folder === undefined ? undefined : path.join(folder, 'cases.json')
// Recorded in this shape by the tool that made it.
const cases = file !== undefined && existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Case[]) : []
const listed: Readonly<Record<string, Deviation>> = deviations.decided

function differencesOf({ markdown, title, slides }: Case): string[] {
  const { page, found } = composeText(markdown)
  if (found.some(({ code }) => code === 'front-matter-yaml')) return ['deck fails']
  const built = readSlides(page)
  // A deck without title has its address for one, where HedgeDoc has none.
  const sameTitle = built.title === (title === '' ? 'deck' : title)
  return [...(sameTitle ? [] : ['deck title']), ...compareSlides(slides, built.slides).map(({ slide, field }) => `${slide} ${field}`)]
}

describe.skipIf(cases.length === 0)('a deck looks as in HedgeDoc, but for what is listed (set HEDGEROW_DIALECT or HEDGEROW_CORPUS)', () => {
  test.each(cases)('case $id', (recorded) => {
    expect(differencesOf(recorded)).toEqual(listed[recorded.id]?.in ?? [])
  })

  test('every listed case exists', () => {
    const ids = new Set(cases.map(({ id }) => id))
    expect(Object.keys(listed).filter((id) => !ids.has(id))).toEqual([])
  })
})
