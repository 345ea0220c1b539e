/** A slide as the page holds it, before or beside all that a browser does with it. */
export interface StaticSlide {
  readonly html: string
  /** The same without what is in it. */
  readonly shell: string
  readonly element: HTMLElement
}

/** The slides of a page by columns, as its server wrote them. */
export function staticSlides(holder: Element): readonly (readonly StaticSlide[])[] {
  return sectionsOf(holder).map((column) => {
    const slides = column.classList.contains('stack') ? sectionsOf(column) : [column]
    return slides.map((element) => ({ html: element.outerHTML, shell: (element.cloneNode() as HTMLElement).outerHTML, element }))
  })
}

function sectionsOf(holder: Element): HTMLElement[] {
  return [...holder.children].filter((child): child is HTMLElement => child.localName === 'section')
}
