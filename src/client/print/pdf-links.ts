import { decodeAddress } from '../../core/shared/decode-address.ts'
import { type Bookmark, readOptions } from '../page-events.ts'
import { titleOf } from '../viewer/slide-title.ts'

const LONGEST_TITLE = 80

/**
 * Makes links work in the PDF: links between slides go to the slide's page, links to other pages of the site to the published site, or
 * become text if its address is unknown. The function that it returns sets the links between slides, once all slides have ids.
 */
export function rewriteLinks(site: string | undefined): () => void {
  const inside: (readonly [HTMLAnchorElement, HTMLElement])[] = []
  const first = readOptions(document.querySelector<HTMLElement>('.reveal')).hashOneBasedIndex === true ? 1 : 0
  for (const link of document.querySelectorAll<HTMLAnchorElement>('.slides a[href]')) {
    const { origin, pathname, search, hash } = new URL(link.href, location.href)
    if (origin !== location.origin) continue
    if (pathname === location.pathname && search === '' && hash !== '') {
      const target = targetOf(decodeAddress(hash.slice(1)) ?? hash.slice(1), first)
      if (target) inside.push([link, target])
      else link.removeAttribute('href')
      continue
    }
    const path = pathname.slice(1) + search + hash
    if (site === undefined) link.removeAttribute('href')
    else link.href = site.replace(/\/?$/, '/') + path
  }
  return () => {
    for (const [link, target] of inside) link.href = `#${target.id}`
  }
}

function targetOf(hash: string, first: number): HTMLElement | undefined {
  const position = /^\/(\d+)(?:\/(\d+))?/.exec(hash)
  if (!position) return document.getElementById(hash.replace(/^\/([^/]*).*$/, '$1')) ?? undefined
  const [h, v] = [Number(position[1]) - first, Number(position[2] ?? first) - first]
  const column = document.querySelectorAll<HTMLElement>('.slides > section')[h]
  if (!column?.matches('.stack')) return column
  return column.querySelectorAll<HTMLElement>(':scope > section')[v]
}

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
