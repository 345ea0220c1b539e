import { matchSlides } from './match-slides.ts'

/** A slide as the server sent it. */
export interface StaticSlide {
  readonly html: string
  /** The HTML of the element without its content and its id. */
  readonly shell: string
  readonly element: HTMLElement
}

type Columns = readonly (readonly StaticSlide[])[]

export interface SlidePatch {
  /** The slides that are in the page now. */
  readonly columns: Columns
  /** New and changed slides. */
  readonly changed: readonly HTMLElement[]
  /** For each old slide, the slide that replaces it. */
  readonly successors: ReadonlyMap<HTMLElement, HTMLElement>
  /** Whether every slide is still the same element in the same place; only contents may have changed. */
  readonly isSettled: boolean
}

/** The slides of a page by columns, as the server sent them. */
export function staticSlides(holder: Element): readonly (readonly StaticSlide[])[] {
  return sectionsOf(holder).map((column) => {
    const slides = column.classList.contains('stack') ? sectionsOf(column) : [column]
    return slides.map((element) => ({ html: element.outerHTML, shell: shellOf(element), element }))
  })
}

// Without the id, which follows the heading: writing one must not replace the slide.
function shellOf(element: HTMLElement): string {
  const shell = element.cloneNode() as HTMLElement
  shell.removeAttribute('id')
  return shell.outerHTML
}

function sectionsOf(holder: Element): HTMLElement[] {
  return [...holder.children].filter((child): child is HTMLElement => child.localName === 'section')
}

/**
 * Updates the slides in `holder` from one state to the next. A slide whose attributes are the same stays the same element, with all that
 * scripts have done to it; its content is replaced if it has changed. `prepare` gets new and changed slides.
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
    if (element !== made) {
      element.replaceChildren(...made.childNodes)
      if (made.id === '') element.removeAttribute('id')
      else element.id = made.id
    }
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

// Elements in the right place are not touched, because moving a frame or a video restarts it.
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
    // Replace a slide that is going away, so that the slides after it stay where they are.
    if (here && !wanted.includes(here as HTMLElement)) here.replaceWith(element)
    else if (here) here.before(element)
    else parent.append(element)
  }
  for (const child of parent.querySelectorAll(':scope > section')) if (!wanted.includes(child as HTMLElement)) child.remove()
}
