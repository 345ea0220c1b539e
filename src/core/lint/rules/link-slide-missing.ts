import { decodeAddress } from '../../shared/decode-address.ts'
import { attributeOf, elementsBelow } from '../../tree.ts'
import type { RenderedDeck } from '../../model.ts'
import { locationFinder } from '../../deck/find-location.ts'
import type { Rule } from '../rule.ts'

/** A link to a slide, heading or id that the deck does not have. */
export const linkSlideMissing: Rule = (rendered, { report, sourceLines, elementsOf }) => {
  const { deck, columns } = rendered
  const findLocation = locationFinder(deck, sourceLines)
  let names: ReadonlySet<string> | undefined
  for (const slide of columns.flat()) {
    for (const link of elementsOf(slide)) {
      const href = link.tagName === 'a' ? attributeOf(link, 'href') : undefined
      const line = slide.lines.get(link)
      // Links without a line were generated: tables of contents, footnotes.
      if (href === undefined || !/^#(?!\/?$)/.test(href) || line === undefined) continue
      const numbers = /^#\/(\d+)(?:\/(\d+))?(?:\/\d+)?\/?$/.exec(href)
      if (numbers ? hasSlide(rendered, numbers) : (names ??= namesOf(rendered)).has(nameOf(href))) continue
      report('link-slide-missing', findLocation(line, `(${href}`, `"${href}`, `'${href}`, href), href)
    }
  }
}

function hasSlide({ deck, columns }: RenderedDeck, [, h, v]: RegExpExecArray): boolean {
  const first = deck.options.reveal.hashOneBasedIndex === true ? 1 : 0
  const column = columns[Number(h) - first]
  return column !== undefined && (v === undefined || column[Number(v) - first] !== undefined)
}

function namesOf({ columns }: RenderedDeck): ReadonlySet<string> {
  const names = new Set<string>()
  for (const { attributes, tree, notes } of columns.flat()) {
    if (attributes['id'] !== undefined) names.add(attributes['id'])
    for (const part of [tree, notes])
      for (const element of part ? elementsBelow(part) : [])
        for (const { name, value } of element.attrs) if (name === 'id' || name === 'name') names.add(value)
  }
  return names
}

// reveal.js reads a number after the name as a step.
function nameOf(href: string): string {
  const name = href.replace(/^#\/?/, '').replace(/\/\d*$/, '')
  return decodeAddress(name) ?? name
}
