import { readOptions } from '../page-events.ts'

/** Puts the footer of the brand and the number of the slide, which are below every slide on the screen, below every printed slide. */
export function addFooters(slides: readonly HTMLElement[]): void {
  const reveal = document.querySelector<HTMLElement>('.reveal')
  const footer = reveal?.querySelector(':scope > .deck-footer')
  const { slideNumber } = readOptions(reveal)
  for (const [index, slide] of slides.entries()) {
    const parts: Element[] = []
    if (footer) parts.push(footer.cloneNode(true) as Element)
    if (slideNumber !== false && slideNumber !== undefined && slide.dataset['visibility'] !== 'uncounted') {
      const number = document.createElement('div')
      number.className = 'slide-number'
      number.textContent = numberOf(slide, slideNumber, [index + 1, slides.length])
      parts.push(number)
    }
    for (const part of parts) {
      // The same on every page, and not content of the slide.
      part.setAttribute('aria-hidden', 'true')
      slide.append(part)
    }
  }
}

function numberOf(slide: HTMLElement, format: unknown, [count, all]: readonly [number, number]): string {
  if (format === 'c') return `${count}`
  if (format === 'c/t') return `${count} / ${all}`
  const column = slide.parentElement?.closest('section')
  const places = [column ?? slide, ...(column ? [slide] : [])].map((section) => {
    const beside = [...(section.parentElement?.querySelectorAll(':scope > section') ?? [])]
    return beside.indexOf(section) + 1
  })
  return places.join(format === 'h/v' ? ' / ' : '.')
}
