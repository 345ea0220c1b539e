import { matchSlides } from './match-slides.ts'
import type { StaticSlide } from './static-slides.ts'

type Columns = readonly (readonly StaticSlide[])[]

export interface SlidePatch {
  /** The slides as they stand in the page now. */
  readonly columns: Columns
  /** Those that are new or not what they were. */
  readonly changed: readonly HTMLElement[]
  /** For each slide that was there before, the one that it is now. */
  readonly successors: ReadonlyMap<HTMLElement, HTMLElement>
  /** Every slide is the element that it was, where it was: at most what is in some of them is new. */
  readonly isSettled: boolean
}

/**
 * Brings the slides in `holder` from one state to the next: slides stay the very elements that they are, with all that a browser has done
 * to them, as long as their own attributes do; what is in them is exchanged where it has changed. `prepare` gets those that are not what they were.
 */
export function patchSlides(
  holder: HTMLElement,
  [before, after]: readonly [Columns, Columns],
  prepare: (slide: HTMLElement) => void,
): SlidePatch {
  const old = before.flat()
  const now = after.flat()
  const origins = matchSlides(
    old.map(({ html }) => html),
    now.map(({ html }) => html),
  )
  const changed: HTMLElement[] = []
  const successors = new Map<HTMLElement, HTMLElement>()
  const settled = now.map((slide, index): StaticSlide => {
    const origin = old[origins[index] ?? -1]
    if (origin?.html === slide.html) {
      successors.set(origin.element, origin.element)
      return origin
    }
    const made = document.importNode(slide.element, true)
    const element = origin?.shell === slide.shell ? origin.element : made
    if (element !== made) element.replaceChildren(...made.childNodes)
    prepare(element)
    changed.push(element)
    if (origin) successors.set(origin.element, element)
    return { ...slide, element }
  })
  const isSettled =
    before.length === after.length &&
    before.every((column, index) => column.length === after[index]?.length) &&
    settled.every(({ element }, index) => element === old[index]?.element)
  let next = 0
  const columns = after.map((column) => column.map(() => settled[next++]).filter((slide) => slide !== undefined))
  const stacks = new Set<Element>()
  if (!isSettled)
    arrange(
      holder,
      columns.map((column) => columnElement(column, stacks)),
    )
  return { columns, changed, successors, isSettled }
}

// Elements that stand where they belong are not touched: a frame or a film that is moved begins anew.
function columnElement(column: readonly StaticSlide[], taken: Set<Element>): HTMLElement {
  const elements = column.map(({ element }) => element)
  const [only] = elements
  if (only && elements.length === 1) return only
  const known = elements.map(({ parentElement }) => parentElement).find((parent) => parent?.localName === 'section' && !taken.has(parent))
  const stack = known ?? document.createElement('section')
  taken.add(stack)
  stack.classList.add('stack')
  arrange(stack, elements)
  return stack
}

function arrange(parent: HTMLElement, wanted: readonly HTMLElement[]): void {
  for (const [index, element] of wanted.entries()) {
    const here = parent.querySelectorAll(':scope > section')[index]
    if (here === element) continue
    // The place of one that goes is taken, so that those behind it stay.
    if (here && !wanted.includes(here as HTMLElement)) here.replaceWith(element)
    else if (here) here.before(element)
    else parent.append(element)
  }
  for (const child of parent.querySelectorAll(':scope > section')) if (!wanted.includes(child as HTMLElement)) child.remove()
}
