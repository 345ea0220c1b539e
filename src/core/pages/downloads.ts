import { escapeHtml } from '../escape-html.ts'
import { downloadWordsIn } from '../words/download-words.ts'
import { fileSize } from '../words/file-size.ts'
import { fill } from '../words/words-in.ts'
import { ICON } from './html-page.ts'
import { FOOTER_END } from './reading-page.ts'

/** A file of the site that holds a whole deck. */
export interface Download {
  readonly kind: 'pdf' | 'single'
  /** As the pages of the deck see it. */
  readonly address: string
  readonly bytes: number
}

const TYPES: Readonly<Record<Download['kind'], string>> = { pdf: 'application/pdf', single: 'text/html' }

/**
 * The page of a deck with what can be downloaded of it, which its bar shows; `lang` is that of the page. It is made when the page is
 * written already, since only then the sizes are known.
 */
export function withDownloads(page: string, downloads: readonly Download[], lang: string): string {
  const links = downloads.map((download) => {
    const { lang: spoken, label } = describe(download, lang)
    const { kind, address } = download
    return `<link rel="enclosure" type="${TYPES[kind]}" href="${escapeHtml(address)}" lang="${spoken}" title="${label}" data-kind="${kind}">\n`
  })
  // Before anything that an author has written.
  return insertAt(page, page.indexOf(ICON), links.join(''))
}

/** The same for the page that shows the deck as a document, in its footer. */
export function withDownloadsBelow(page: string, downloads: readonly Download[], lang: string): string {
  const links = downloads.map((download) => {
    const { lang: spoken, label } = describe(download, lang)
    return `<a href="${escapeHtml(download.address)}" lang="${spoken}" download>${label}</a>\n`
  })
  // Behind all that an author has written.
  return insertAt(page, page.lastIndexOf(FOOTER_END), links.join(''))
}

function describe({ kind, bytes }: Download, tag: string): { readonly lang: string; readonly label: string } {
  const { lang, words } = downloadWordsIn(tag)
  return { lang, label: fill(words[kind], fileSize(bytes, lang)) }
}

function insertAt(page: string, place: number, text: string): string {
  if (place === -1) throw new Error('the page has no place for downloads')
  return page.slice(0, place) + text + page.slice(place)
}
