import type { RenderedSlide } from '../model.ts'
import { append, attributeOf, createElement, createText, elementsBelow } from './tree.ts'

/** Fills each `[TOC]` of a deck with links to its slides: a column's first, and below it those of its stack. */
export function fillToc(columns: readonly (readonly RenderedSlide[])[]): void {
  const places = columns.flat().flatMap(({ tree }) => elementsBelow(tree).filter((element) => attributeOf(element, 'class') === 'toc'))
  for (const place of places) {
    const list = createElement('ul')
    columns.forEach((column, h) => {
      let title = ''
      column.forEach((slide, v) => {
        // Slides of a stack often repeat its heading: one line is enough.
        if (slide.title === '' || slide.title === title) return
        title = slide.title
        const item = createElement('li')
        const link = createElement('a', { href: v === 0 ? `#/${h}` : `#/${h}/${v}` })
        append(link, [createText(slide.title)])
        append(item, [link])
        append(list, [item])
      })
    })
    append(place, [list])
  }
}
