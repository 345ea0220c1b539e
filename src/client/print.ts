import type { Bookmark, Printing } from './page-events.ts'
import { addBookmarks } from './print/add-bookmarks.ts'
import { addFooters } from './print/add-footers.ts'
import { layOutHandout } from './print/lay-out-handout.ts'
import { layOutSteps } from './print/lay-out-steps.ts'
import { rewriteLinks } from './print/rewrite-links.ts'
import css from './styles/print.css?inline'

// Injected into a deck's page by the PDF export; no page loads this script.
window.hedgerowPrint = preparePrinting

/** Lays out the page of a deck for paper, with all its images, and returns the bookmarks of its slides. */
async function preparePrinting({ site, steps, handout }: Printing): Promise<readonly Bookmark[]> {
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
  return bookmarks
}

/** Resolves when all fonts and images of the page are loaded, lazy ones included; failed images are ignored. */
async function waitForImages(): Promise<void> {
  document.body.getBoundingClientRect()
  for (const image of document.images) image.loading = 'eager'
  await Promise.all([document.fonts.ready, ...[...document.images].map((image) => image.decode().catch(() => undefined))])
}
