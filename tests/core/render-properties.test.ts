import fc from 'fast-check'
import { serialize } from 'parse5'
import { describe, expect, test } from 'vitest'
import { openDocument } from '../../src/core/deck/open-document.ts'
import { parseDeck } from '../../src/core/deck/parse-deck.ts'
import { createSanitizer } from '../../src/core/clean/sanitize.ts'
import { elements } from '../../src/core/clean/policy.ts'
import { createHighlighter } from '../../src/core/markdown/highlight.ts'
import { createRenderer } from '../../src/core/markdown/render-markdown.ts'
import { renderTex } from '../../src/core/markdown/render-tex.ts'
import { relativeUrls } from '../../src/core/pages/urls.ts'
import { renderDeck } from '../../src/core/render-deck.ts'
import { composeText } from '../support/compose-text.ts'
import { propertyRuns } from '../support/property-runs.ts'
import { randomDeck, wordsOf, type WrittenSlide } from '../support/random-deck.ts'
import { type ReadSection, readSections } from '../support/read-sections.ts'

const pages: Readonly<Record<string, string>> = { 'other.md': 'other' }
const surroundings = { files: ['a.png'], pages }
const columnsOf = (text: string) => readSections(composeText(text, surroundings).slides)

/** Checks each slide of random decks against what was written for it. */
function checkSlides(numRuns: number, check: (written: WrittenSlide, shown: ReadSection) => void) {
  fc.assert(
    fc.property(randomDeck, ({ text, columns }) => {
      const sections = columnsOf(text).flat()
      for (const [index, written] of columns.flat().entries()) {
        const shown = sections[index]
        if (!shown) throw new Error(`slide ${index} is missing`)
        check(written, shown)
      }
    }),
    propertyRuns(numRuns),
  )
}

describe('a random deck', () => {
  test('has as many slides as its separators say', () => {
    fc.assert(
      fc.property(randomDeck, ({ text, columns }) => {
        expect(columnsOf(text).map((column) => column.length)).toEqual(columns.map((column) => column.length))
      }),
      propertyRuns(200),
    )
  })

  test('shows each word once, on its slide or in its notes, and nothing of its comments', () => {
    checkSlides(200, (written, shown) => {
      expect(wordsOf(shown.text)).toEqual(written.shown.toSorted())
      expect(wordsOf(shown.notes)).toEqual(written.notes.toSorted())
    })
  })

  test('keeps words of attributes on their slide', () => {
    checkSlides(100, (written, shown) => {
      expect(wordsOf(shown.values.join(' '))).toEqual(expect.arrayContaining([...written.attributes]))
    })
  })

  test('has no markup where its source has text', () => {
    checkSlides(200, (written, shown) => {
      for (const text of written.verbatim) expect(shown.text + shown.notes).toContain(text)
      expect(shown.names.filter((name) => name === 'tt' || !isKnown(name))).toEqual([])
    })
  })
})

const isKnown = (name: string) => Object.hasOwn(elements, name) || /^(input|label)$/.test(name)

const highlight = await createHighlighter(['js', 'yaml'])

/** Decks in HTML and what was said of them, rendered one after the other by the same parts. */
function renderAll(texts: readonly string[]): unknown[] {
  const render = createRenderer(highlight)
  const sanitize = createSanitizer()
  return texts.map((text) => {
    const found: unknown[] = []
    const report = (...said: readonly unknown[]) => void found.push(said)
    const deck = parseDeck(openDocument({ path: 'deck.md', text }, report), 'decks', report)
    const rendered = renderDeck(deck, {
      render,
      sanitize,
      report,
      options: { lang: 'en' },
      renderTex,
      documents: [],
      files: new Set(surroundings.files),
      idOf: (file) => pages[file],
      isDraft: () => false,
      urls: relativeUrls('deck.html'),
      frameHosts: [],
      isTrusted: false,
      sizeOf: () => undefined,
    })
    const slides = rendered.columns.map((column) =>
      column.map(({ attributes, tree, notes, title, line }) => [attributes, serialize(tree), notes && serialize(notes), title, line]),
    )
    return { slides, found, css: rendered.css, title: rendered.title, assets: [...rendered.assets] }
  })
}

describe('what comes out of a random deck', () => {
  test('is the same when it is rendered again', () => {
    fc.assert(
      fc.property(randomDeck, ({ text }) => {
        const [first, second] = renderAll([text, text])
        expect(second).toEqual(first)
      }),
      propertyRuns(60),
    )
  })

  test('does not depend on the decks before it', () => {
    fc.assert(
      fc.property(randomDeck, randomDeck, ({ text: one }, { text: other }) => {
        // Much of the second deck is what stands in the first.
        const both = `${one}\n---\n\n${other}`
        expect(renderAll([one, both]).toReversed()).toEqual(renderAll([both, one]))
      }),
      propertyRuns(60),
    )
  })

  test('is for each slide the same as on its own', () => {
    checkSlides(60, ({ text }, shown) => {
      const [, [alone] = []] = columnsOf(`a\n\n---\n\n${text}\n`)
      // But for its id, which depends on the other headings.
      const withoutId = (html?: string) => html?.replace(/^<section id="[^"]*"/, '<section')
      expect(withoutId(alone?.html)).toBe(withoutId(shown.html))
    })
  })
})
