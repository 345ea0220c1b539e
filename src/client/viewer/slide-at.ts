import { decodeAddress } from '../../core/shared/decode-address.ts'
import { slug } from '../../core/shared/slug.ts'
import { readOptions } from '../page-events.ts'

// Also with the number of a step.
const POSITION = /^(\d+)(?:\/(\d+))?(?:\/|$)/

/** What `#/3/1`, `#/name` or `#name` leads to in a deck: a slide, or an element of one. `undefined` if the deck has nothing of that name. */
export function slideAt(reveal: HTMLElement, hash: string): HTMLElement | undefined {
  const name = nameIn(hash)
  const position = POSITION.exec(name)
  if (!position) {
    const names = [name, name.replace(/\/-?\d+$/, '')].map((each) => CSS.escape(each))
    return reveal.querySelector<HTMLElement>(names.map((each) => `.slides :is(#${each},[data-id="${each}"])`).join()) ?? undefined
  }
  const first = readOptions(reveal).hashOneBasedIndex === true ? 1 : 0
  const column = reveal.querySelectorAll<HTMLElement>('.slides > section')[Math.max(0, Number(position[1]) - first)]
  if (!column?.matches('.stack')) return column
  return column.querySelectorAll<HTMLElement>(':scope > section')[Math.max(0, Number(position[2] ?? first) - first)]
}

/** The slide whose id has most words of a name that no slide has; `undefined` if none has any, or if it is a position. */
export function similarSlide(reveal: HTMLElement, hash: string): HTMLElement | undefined {
  const name = nameIn(hash)
  if (POSITION.test(name)) return undefined
  const words = new Set(slug(name).split('-'))
  let best: HTMLElement | undefined
  let most = 0
  for (const slide of reveal.querySelectorAll<HTMLElement>('.slides section[id]')) {
    const others = slug(slide.id).split('-')
    const likeness = others.filter((word) => words.has(word)).length / Math.max(others.length, words.size)
    if (likeness <= most) continue
    best = slide
    most = likeness
  }
  return best
}

function nameIn(hash: string): string {
  const name = hash.replace(/^#\/?/, '')
  return decodeAddress(name) ?? name
}
