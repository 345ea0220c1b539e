import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { parseFragment } from 'parse5'
import { describe, expect, test } from 'vitest'
import type { RenderedSlide, Tree } from '../src/core/model.ts'
import { identifySlides } from '../src/core/passes/slide-ids.ts'
import { append, copyTree, createText, elementsBelow } from '../src/core/tree.ts'
import { readSections } from './support/read-sections.ts'
import { composeText } from './support/compose-text.ts'

// How many addresses of real slides still show their slide after an edit. HEDGEROW_FIGURES names a file for the shares.
const { HEDGEROW_CORPUS: corpus, HEDGEROW_FIGURES: figures } = process.env

type Columns = readonly (readonly RenderedSlide[])[]

/** A slide that an edit has changed is the same slide. */
const origins = new WeakMap<RenderedSlide, RenderedSlide>()

function asSlide(html: string): RenderedSlide {
  return { attributes: {}, tree: parseFragment(html) as Tree, title: '', line: 1, lines: new Map() }
}

function deckOf(text: string): Columns {
  return readSections(composeText(text).slides).map((column) =>
    column.map(({ html }) => asSlide(html.replace(/^<section[^>]*>|<\/section>$/g, ''))),
  )
}

function changed(slide: RenderedSlide, change: (tree: Tree) => void): RenderedSlide {
  const tree = copyTree(slide.tree)
  change(tree)
  const next = { ...slide, tree }
  origins.set(next, origins.get(slide) ?? slide)
  return next
}

const first = (tree: Tree, name: RegExp) => elementsBelow(tree).find(({ tagName }) => name.test(tagName))

function addTo(name: RegExp, text: string): (tree: Tree) => void {
  return (tree) => {
    const element = first(tree, name)
    if (element) append(element, [createText(text)])
  }
}

function replaceIn(name: RegExp, text: string): (tree: Tree) => void {
  return (tree) => {
    const element = first(tree, name)
    if (!element) return
    element.childNodes = []
    append(element, [createText(text)])
  }
}

const share = (part: number, change: (tree: Tree) => void) => (columns: Columns, random: () => number) =>
  columns.map((column) => column.map((slide) => (random() < part ? changed(slide, change) : slide)))

const at = (columns: Columns, random: () => number) => 1 + Math.floor(random() * (columns.length - 1))

const edits: Readonly<Record<string, (columns: Columns, random: () => number) => Columns>> = {
  'a column is inserted': (columns, random) =>
    columns.toSpliced(at(columns, random), 0, [asSlide('<h2>Something else</h2><p>Of today</p>')]),
  'a column is moved': (columns, random) => {
    const from = at(columns, random)
    return columns.toSpliced(from, 1).toSpliced(at(columns, random), 0, columns[from] ?? [])
  },
  'a slide is removed': (columns, random) => {
    const chosen = at(columns, random)
    return columns.flatMap((column, index) => (index === chosen ? (column.length > 1 ? [column.slice(1)] : []) : [column]))
  },
  'a word is added to a fifth': share(0.2, addTo(/^(p|li|td)$/, ' more')),
  'the first item of a tenth is another': share(0.1, replaceIn(/^li$/, 'Something quite different')),
  'a heading in twenty is changed': share(0.05, addTo(/^h[1-6]$/, ' (again)')),
  'a twin is inserted': (columns, random) => {
    const chosen = at(columns, random)
    const heading = columns[chosen]?.[0] && first(columns[chosen][0].tree, /^h[1-6]$/)
    if (!heading) return columns
    const twin = asSlide('<h2></h2><p>Another text of the same name</p>')
    append(first(twin.tree, /^h2$/) ?? heading, heading.childNodes)
    return columns.toSpliced(chosen + 1, 0, [twin])
  },
}

const originOf = (slide: RenderedSlide) => origins.get(slide) ?? slide

/** Each slide by its address. `identifySlides` returns copies in the same order. */
function byId(columns: Columns): Map<string, RenderedSlide> {
  const slides = columns.flat()
  return new Map(
    identifySlides(columns)
      .flat()
      .map(({ attributes }, index) => [attributes['id'] ?? '', originOf(slides[index] as RenderedSlide)]),
  )
}

function byPosition(columns: Columns): Map<string, RenderedSlide> {
  return new Map(columns.flatMap((column, h) => column.map((slide, v) => [`${h}/${v}`, originOf(slide)])))
}

/** A number between 0 and 1, the same in every run. */
function generator(seed: number): () => number {
  let state = seed
  return () => {
    state = (state * 1_103_515_245 + 12_345) % 2 ** 31
    return state / 2 ** 31
  }
}

describe.skipIf(corpus === undefined)('addresses of real slides (set HEDGEROW_CORPUS)', () => {
  const decks =
    corpus === undefined
      ? []
      : readdirSync(corpus, { recursive: true, encoding: 'utf8' })
          .filter((file) => /\d{8}\.md$|training.*\.md$/.test(file))
          .map((file) => deckOf(readFileSync(path.join(corpus, file), 'utf8')))
          .filter((columns) => columns.length > 3)

  test.each(Object.entries(edits))('hold when %s', (name, edit) => {
    const random = generator(7)
    const count = { right: 0, wrong: 0, before: 0, wrongBefore: 0, all: 0 }
    for (const columns of decks) {
      const next = edit(columns, random)
      const there = new Set(next.flat().map(originOf))
      for (const [addresses, right, wrong] of [
        [byId, 'right', 'wrong'],
        [byPosition, 'before', 'wrongBefore'],
      ] as const) {
        const now = addresses(next)
        for (const [address, slide] of addresses(columns)) {
          if (!there.has(slide)) continue
          if (right === 'right') count.all += 1
          const found = now.get(address)
          if (found === slide) count[right] += 1
          else if (found) count[wrong] += 1
        }
      }
    }
    const percent = (part: number) => Math.round((1000 * part) / count.all) / 10
    const shares = `${percent(count.right)} / ${percent(count.wrong)}, positions ${percent(count.before)} / ${percent(count.wrongBefore)}`
    if (figures) writeFileSync(figures, `${name}: ${shares}\n`, { flag: 'a' })
    expect(count.all).toBeGreaterThan(300)
    expect(percent(count.right)).toBeGreaterThan(92)
    expect(percent(count.wrong)).toBeLessThan(0.5)
  })
})
