import type { Element, RenderedSlide } from '../model.ts'
import { append, createElement, createText, elementsBelow, hasClass } from '../tree.ts'
import type { DeckPass } from './pass.ts'

// In characters, including tags: each list contains all slides of the deck, and each slide may have a list.
const MOST_CONTENTS = 2_000_000
const TAGS = 50

interface Entry {
  readonly href: string
  readonly title: string
}

/**
 * Fills each `[TOC]` of a deck with links to its slides. Lists beyond the limit of the deck stay empty.
 */
export const toc: DeckPass = (columns, { from, reportOnce }) => {
  const entries = columns.flatMap(entriesOf)
  const size = entries.reduce((sum, { title }) => sum + title.length + TAGS, 0)
  let made = 0
  for (const slide of columns.flat()) {
    for (const holder of elementsBelow(slide.tree)) {
      if (!hasClass(holder, 'toc')) continue
      // The first list is always filled: the number of slides is limited.
      if (made > 0 && made + size > MOST_CONTENTS) reportOnce('toc-excess', { file: from, line: slide.lines.get(holder) ?? slide.line })
      else append(holder, [listOf(entries)])
      made += size
    }
  }
}

function entriesOf(column: readonly RenderedSlide[], h: number): Entry[] {
  let title = ''
  return column.flatMap((slide, v) => {
    // Slides of a stack often repeat a heading: list it once.
    if (slide.title === '' || slide.title === title) return []
    title = slide.title
    return [{ href: v === 0 ? `#/${h}` : `#/${h}/${v}`, title }]
  })
}

function listOf(entries: readonly Entry[]): Element {
  const list = createElement('ul')
  for (const { href, title } of entries) {
    const item = createElement('li')
    const link = createElement('a', { href })
    append(link, [createText(title)])
    append(item, [link])
    append(list, [item])
  }
  return list
}
