import { titleOf } from '../viewer/ui-language.ts'

/** A slide in the list of bookmarks. */
export interface Bookmark {
  readonly title: string
  /** Below the bookmark of the first slide of its column. */
  readonly isBelow: boolean
  /** Name of its place in the document. */
  readonly place: string
}

const LONGEST = 80

/** Gives every slide an id that bookmarks lead to, and tells what they are called. */
export function addBookmarks(slides: readonly HTMLElement[]): readonly Bookmark[] {
  const list = document.createElement('nav')
  // A browser keeps only the places that some link leads to; nobody sees these.
  list.hidden = true
  const bookmarks = slides.map((slide, index) => {
    // Style sheets of the deck may know a slide by its id; other letters than these change on their way into the document.
    const place = /^[a-z][\w-]*$/i.test(slide.id) ? slide.id : `hr-slide-${index + 1}`
    slide.id = place
    const link = document.createElement('a')
    link.href = `#${place}`
    list.append(link)
    const column = slide.parentElement?.closest('section')
    return { title: titleOf(slide) || wordsOf(slide) || `${index + 1}`, isBelow: column ? !isFirst(slide, column) : false, place }
  })
  document.body.append(list)
  return bookmarks
}

const isFirst = (slide: HTMLElement, column: Element) => column.querySelector(':scope > section') === slide

function wordsOf(slide: HTMLElement): string {
  const parts = [...slide.querySelectorAll<HTMLElement>(':scope > div')]
  const text = parts
    .map((part) => part.innerText)
    .join(' ')
    .trim()
    .replace(/\s+/g, ' ')
  const alt = slide.querySelector('img[alt]:not([alt=""])')?.getAttribute('alt')?.trim() ?? ''
  const words = text === '' ? alt : text
  return words.length > LONGEST ? `${words.slice(0, LONGEST - 1).trimEnd()}…` : words
}
