/** A slide as the server sent it. */
export interface StaticSlide {
  readonly html: string
  /** The HTML of the element without its content. */
  readonly shell: string
  readonly element: HTMLElement
}

/** The slides of a page by columns, as the server sent them. */
export function staticSlides(holder: Element): readonly (readonly StaticSlide[])[] {
  return sectionsOf(holder).map((column) => {
    const slides = column.classList.contains('stack') ? sectionsOf(column) : [column]
    return slides.map((element) => ({ html: element.outerHTML, shell: (element.cloneNode() as HTMLElement).outerHTML, element }))
  })
}

function sectionsOf(holder: Element): HTMLElement[] {
  return [...holder.children].filter((child): child is HTMLElement => child.localName === 'section')
}
