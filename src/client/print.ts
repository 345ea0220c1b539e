import { addBookmarks } from './print/add-bookmarks.ts'
import type { Bookmark } from './print/add-bookmarks.ts'
import { addFooters } from './print/add-footers.ts'
import { layOutHandout } from './print/lay-out-handout.ts'
import type { Handout } from './print/lay-out-handout.ts'
import { layOutSteps } from './print/lay-out-steps.ts'
import { rewriteLinks } from './print/rewrite-links.ts'
import { waitForImages } from './print/wait-for-pictures.ts'
import css from './styles/print.css?inline'

/** What is to be printed of the deck in this page. */
export interface Printing {
  /** Address of the site, to which links to its other pages lead. */
  readonly site?: string
  readonly steps: boolean
  readonly handout?: Handout
}

// Run in a deck's page by what makes PDFs, never by a page itself.
Object.assign(window, { hedgerowPrint: preparePrinting })

/** Lays the page of a deck out for paper, with all its pictures, and tells the bookmarks of its slides. */
async function preparePrinting({ site, steps, handout }: Printing): Promise<readonly Bookmark[]> {
  // Fonts that only a later slide uses arrive when that is laid out, and then it may want another size.
  dispatchEvent(new Event('beforeprint'))
  await waitForImages()
  dispatchEvent(new Event('afterprint'))
  dispatchEvent(new Event('beforeprint'))
  await waitForImages()
  const style = document.createElement('style')
  style.textContent = css
  document.head.append(style)
  const slides = [...document.querySelectorAll<HTMLElement>('.reveal .slides section:not(.stack)')]
  // reveal.js shows screen readers one slide at a time, and what they do not see has no tags.
  for (const section of document.querySelectorAll('.reveal .slides section'))
    for (const name of ['aria-hidden', 'hidden', 'inert']) section.removeAttribute(name)
  const follow = rewriteLinks(site)
  const bookmarks = addBookmarks(slides)
  follow()
  addFooters(slides) // after the names, which are the first words of a slide
  if (steps) layOutSteps(slides)
  if (handout) layOutHandout(slides, handout)
  await waitForImages()
  return bookmarks
}
