import type { Bookmark } from '../page-events.ts'
import { titleOf } from '../viewer/slide-title.ts'

const LONGEST_TITLE = 80

/** Gives every slide an id as the destination of its bookmark, and returns the bookmarks. */
export function addBookmarks(slides: readonly HTMLElement[]): readonly Bookmark[] {
  const list = document.createElement('nav')
  // Chromium writes only destinations that a link uses, so the page gets hidden links.
  list.hidden = true
  const bookmarks = slides.map((slide, index) => {
    // Keep the author's id, which style sheets may use, if it has only characters that Chromium does not change in a PDF.
    const destination = /^[a-z][\w-]*$/i.test(slide.id) ? slide.id : `hr-slide-${index + 1}`
    slide.id = destination
    const link = document.createElement('a')
    link.href = `#${destination}`
    list.append(link)
    const isBelow = slide.matches('section > section ~ section')
    return { title: titleOf(slide) || wordsOf(slide) || `${index + 1}`, isBelow, destination }
  })
  document.body.append(list)
  return bookmarks
}

function wordsOf(slide: HTMLElement): string {
  const parts = [...slide.querySelectorAll<HTMLElement>(':scope > div')]
  const text = parts
    .map((part) => part.innerText)
    .join(' ')
    .trim()
    .replace(/\s+/g, ' ')
  const alt = slide.querySelector('img[alt]:not([alt=""])')?.getAttribute('alt')?.trim() ?? ''
  const words = text === '' ? alt : text
  return words.length > LONGEST_TITLE ? `${words.slice(0, LONGEST_TITLE - 1).trimEnd()}…` : words
}
