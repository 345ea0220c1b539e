import { type Bookmark, type Printing, readOptions } from './page-events.ts'
import { layOutHandout } from './print/lay-out-handout.ts'
import { addBookmarks } from './print/bookmarks.ts'
import { rewriteLinks } from './print/pdf-links.ts'
import css from './styles/pdf.css?inline'

// Injected into a deck's page by the PDF export; no page loads this script.
window.hedgerowPrint = preparePrinting

/** Lays out the page of a deck for paper, with all its images, and returns the bookmarks of its slides. */
async function preparePrinting({ site, steps, handout }: Printing): Promise<readonly Bookmark[]> {
  // Chromium stores a copy, which is WebP, pixel by pixel: a PDF of the images themselves is smaller and takes less time.
  for (const image of document.images) image.removeAttribute('srcset')
  // A font that only a later slide uses loads when that slide is laid out, and may change the size of its text: lay out twice.
  dispatchEvent(new Event('beforeprint'))
  await waitForImages()
  dispatchEvent(new Event('afterprint'))
  dispatchEvent(new Event('beforeprint'))
  await waitForImages()
  const style = document.createElement('style')
  style.textContent = css
  document.head.append(style)
  const slides = [...document.querySelectorAll<HTMLElement>('.reveal .slides section:not(.stack)')]
  // reveal.js hides all slides but one from screen readers, and hidden content gets no tags in the PDF.
  for (const section of document.querySelectorAll('.reveal .slides section'))
    for (const name of ['aria-hidden', 'hidden', 'inert']) section.removeAttribute(name)
  const follow = rewriteLinks(site)
  const bookmarks = addBookmarks(slides)
  follow()
  addFooters(slides) // after the bookmarks, which may be named after the text of a slide
  if (steps) layOutSteps(slides)
  if (handout) layOutHandout(slides, handout)
  await waitForImages()
  // Chromium lays the slides out again as it prints; before a page that still is laid out for paper it may wait for 2 s. Sheets would lose their backgrounds.
  if (!handout) dispatchEvent(new Event('afterprint'))
  return bookmarks
}

/** Resolves when all fonts and images of the page are loaded, lazy ones included; failed images are ignored. */
async function waitForImages(): Promise<void> {
  document.body.getBoundingClientRect()
  for (const image of document.images) image.loading = 'eager'
  await Promise.all([document.fonts.ready, ...[...document.images].map((image) => image.decode().catch(() => undefined))])
}

/** Puts the footer of the brand and the number of the slide, which are below every slide on the screen, below every printed slide. */
function addFooters(slides: readonly HTMLElement[]): void {
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
  const counts = [column ?? slide, ...(column ? [slide] : [])].map((section) => {
    const beside = [...(section.parentElement?.querySelectorAll(':scope > section') ?? [])]
    return beside.indexOf(section) + 1
  })
  return counts.join(format === 'h/v' ? ' / ' : '.')
}

/** Inserts copies before every slide with steps, one per step: the first copy shows no step, the slide itself shows all. */
function layOutSteps(slides: readonly HTMLElement[]): void {
  document.documentElement.classList.add('in-steps')
  for (const slide of slides) {
    const steps = [...new Set(fragmentsOf(slide).map(stepOf))].toSorted((a, b) => a - b)
    if (steps.length === 0) continue
    for (const shown of [undefined, ...steps.slice(0, -1)]) {
      const copy = slide.cloneNode(true) as HTMLElement
      show(copy, shown)
      slide.before(copy)
    }
    show(slide, steps.at(-1))
    // Links go to the first copy, so the other copies lose their ids.
    const copies: Element[] = [slide]
    for (let last = slide.previousElementSibling, count = 1; last && count < steps.length; last = last.previousElementSibling, count += 1)
      copies.push(last)
    for (const copy of copies) for (const named of [copy, ...copy.querySelectorAll(':not(svg *)[id]')]) named.removeAttribute('id')
  }
}

const fragmentsOf = (slide: HTMLElement) => [...slide.querySelectorAll<HTMLElement>('.fragment')]
const stepOf = ({ dataset }: HTMLElement) => Number(dataset['fragmentIndex'] ?? 0)

function show(slide: HTMLElement, until: number | undefined): void {
  for (const fragment of fragmentsOf(slide)) {
    const step = stepOf(fragment)
    fragment.classList.toggle('visible', until !== undefined && step <= until)
    fragment.classList.toggle('current-fragment', step === until)
  }
}
