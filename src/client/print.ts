import { type Bookmark, type Printing, readOptions } from './page-events.ts'
import { layOutHandout } from './print/lay-out-handout.ts'
import { addBookmarks } from './print/bookmarks.ts'
import { nameParts } from './print/name-parts.ts'
import { rewriteLinks } from './print/pdf-links.ts'
import { BACKGROUND_COPY } from '../core/shared/background.ts'
import { fitSlides } from './viewer/fit-slides.ts'
import css from './styles/pdf.css?inline'

// The PDF export runs this in the page of each deck before the page's own scripts; no page loads it.
window.hedgerowPrint = preparePrinting
document.addEventListener('DOMContentLoaded', showOriginals, { capture: true, once: true })
// What the window shows is not needed, and drawing it again and again takes longer than printing.
const unseen = new CSSStyleSheet()
unseen.replaceSync('@media screen{:root{opacity:0!important}*{animation:none!important;transition:none!important}}')
document.adoptedStyleSheets.push(unseen)

/** Chromium stores a copy, which is WebP, pixel by pixel: a PDF of the images themselves is smaller and takes less time. */
function showOriginals(): void {
  for (const image of document.images) image.removeAttribute('srcset')
  for (const slide of document.querySelectorAll(`[${BACKGROUND_COPY}]`)) slide.removeAttribute(BACKGROUND_COPY)
}

/** Lays out the page of a deck for paper, with all its images, and returns the bookmarks of its slides. */
async function preparePrinting({ site, steps, handout }: Printing): Promise<readonly Bookmark[]> {
  const slides = [...document.querySelectorAll<HTMLElement>('.reveal .slides section:not(.stack)')]
  dispatchEvent(new Event('beforeprint'))
  const style = document.createElement('style')
  style.textContent = css
  document.head.append(style)
  // reveal.js hides all slides but one from screen readers, and hidden content gets no tags in the PDF.
  for (const section of document.querySelectorAll('.reveal .slides section'))
    for (const name of ['aria-hidden', 'hidden', 'inert']) section.removeAttribute(name)
  await waitForFiles()
  fitSlides(slides)
  const follow = rewriteLinks(site)
  const bookmarks = addBookmarks(slides)
  follow()
  nameParts(slides, document.querySelector('.reveal > .deck-title')?.textContent ?? '')
  addFooters(slides) // after the bookmarks, which may be named after the text of a slide
  if (steps) layOutSteps(slides)
  if (handout) layOutHandout(slides, handout)
  await waitForFiles()
  // Chromium lays the slides out again as it prints; before a page that still is laid out for paper it may wait for 2 s. Sheets would lose their backgrounds.
  if (!handout) dispatchEvent(new Event('afterprint'))
  return bookmarks
}

/** Resolves when all fonts and images of the page are loaded, lazy ones included; failed images are ignored. */
async function waitForFiles(): Promise<void> {
  for (const image of document.images) image.loading = 'eager'
  // A font is requested when text that has it is laid out.
  document.body.getBoundingClientRect()
  await Promise.all([document.fonts.ready, ...[...document.images].map(settle)])
}

function settle(image: HTMLImageElement): Promise<unknown> | undefined {
  if (image.complete) return undefined
  return new Promise((resolve) => {
    for (const name of ['load', 'error']) image.addEventListener(name, resolve, { once: true })
  })
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
