import { slug } from '../shared/slug.ts'
import { attributeOf, elementsBelow, removeAttribute, textOf } from '../tree.ts'
import type { Element, RenderedDeck, RenderedSlide } from '../model.ts'

/** What has an id. */
interface Owner {
  readonly element?: Element
  /** The slide that may have the id instead. */
  readonly heir?: RenderedSlide
}

const WORDS = 3

/**
 * Gives every slide but the first an id, which its address shows. It stays the same when other slides are added, moved or removed: the
 * heading as a slug, and if the deck has that more than once, also the first words of the text. An author's own id stays.
 */
export function identifySlides(columns: RenderedDeck['columns']): RenderedDeck['columns'] {
  const slides = columns.flat()
  const owners = idOwners(slides)
  const names = new Map(slides.map((slide) => [slide, slug(headingText(slide))]))
  const counts = new Map<string, number>()
  for (const name of names.values()) counts.set(name, (counts.get(name) ?? 0) + 1)
  // The last number of each name: starting from one each time would be quadratic.
  const numbers = new Map<string, number>()
  const isFree = (id: string, slide: RenderedSlide) => !owners.has(id) || owners.get(id)?.heir === slide

  const idOf = (slide: RenderedSlide): string => {
    const name = names.get(slide) ?? ''
    const isUnique = name !== '' && counts.get(name) === 1
    const wanted = isUnique ? name : slug(`${name} ${firstWords(slide)}`) || 'slide'
    // reveal.js would treat a number as a position.
    const base = /^\d+$/.test(wanted) ? `slide-${wanted}` : wanted
    let number = numbers.get(base) ?? 1
    let id = number === 1 ? base : `${base}-${number}`
    while (!isFree(id, slide)) id = `${base}-${(number += 1)}`
    numbers.set(base, number + 1)
    // Two elements cannot have one id, and a link to it shows this slide either way.
    const heading = owners.get(id)?.element
    if (heading) removeAttribute(heading, 'id')
    owners.set(id, {})
    return id
  }
  const [first] = slides
  return columns.map((column) =>
    column.map((slide) => {
      // The address of the first slide is that of the deck.
      if (slide === first || slide.attributes['id'] !== undefined) return slide
      return { ...slide, attributes: { id: idOf(slide), ...slide.attributes } }
    }),
  )
}

// Of elements with the same id the first counts, as in browsers.
function idOwners(slides: readonly RenderedSlide[]): Map<string, Owner> {
  const owners = new Map<string, Owner>()
  const add = (id: string | undefined, owner: Owner) => {
    if (id !== undefined && !owners.has(id)) owners.set(id, owner)
  }
  for (const slide of slides) {
    add(slide.attributes['id'], {})
    for (const element of elementsBelow(slide.tree))
      // Only headings give theirs away: other ids are for labels and links of the author.
      add(attributeOf(element, 'id'), isHeading(element) ? { element, heir: slide } : {})
    for (const element of slide.notes ? elementsBelow(slide.notes) : []) add(attributeOf(element, 'id'), {})
  }
  return owners
}

const isHeading = ({ tagName }: Element) => /^h[1-6]$/.test(tagName)

// The first words after the heading; on a slide without text, what its first image shows.
function firstWords({ tree, attributes }: RenderedSlide): string {
  const elements = elementsBelow(tree)
  const heading = elements.find(isHeading)
  const text = textOf(tree)
  const words = slug(heading ? text.replace(textOf(heading), ' ') : text)
  if (words !== '') return words.split('-').slice(0, WORDS).join(' ')
  const image = elements.find(({ tagName }) => tagName === 'img')
  const source = (image && attributeOf(image, 'src')) ?? attributes['data-background-image'] ?? attributes['data-background'] ?? ''
  return (image && attributeOf(image, 'alt')) || source.replace(/^.*\//, '').replace(/\.\w+$/, '')
}

function headingText({ tree }: RenderedSlide): string {
  const heading = elementsBelow(tree).find(isHeading)
  return heading ? textOf(heading) : ''
}
