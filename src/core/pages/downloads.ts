import { escapeHtml } from '../escape-html.ts'
import { fileSize } from '../i18n/formats.ts'
import type { Words } from '../i18n/words.ts'
import { fill, wordsIn } from '../i18n/words-in.ts'
import { ICON } from './html-page.ts'
import { FOOTER_END } from './reading/reading-page.ts'
import { relativeUrls } from './urls.ts'

/** What words there are for. */
export type DownloadKind = keyof Words['downloads']

/** A file of the site that holds a whole deck. */
export interface Download {
  readonly kind: DownloadKind
  /** Media type. */
  readonly type: string
  /** In the site. */
  readonly path: string
  readonly bytes: number
}

/** The path of the page in the site, and its language. */
interface TargetPage {
  readonly path: string
  readonly lang: string
}

/**
 * The page of a deck with what can be downloaded of it, which its bar shows. It is made when the page is written already: the files
 * are made of it, and only then their sizes are known.
 */
export function withDownloads(page: string, downloads: readonly Download[], target: TargetPage): string {
  const links = downloads.map((download) => {
    const { address, lang, label } = describe(download, target)
    const { kind, type } = download
    return `<link rel="enclosure" type="${type}" href="${address}" lang="${lang}" title="${label}" data-kind="${kind}">\n`
  })
  // Before anything that an author has written.
  return insertAt(page, page.indexOf(ICON), links.join(''))
}

/** The same for the page that shows the deck as a document, in its footer. */
export function withDownloadsBelow(page: string, downloads: readonly Download[], target: TargetPage): string {
  const links = downloads.map((download) => {
    const { address, lang, label } = describe(download, target)
    return `<a href="${address}" lang="${lang}" download>${label}</a>\n`
  })
  // Behind all that an author has written.
  return insertAt(page, page.lastIndexOf(FOOTER_END), links.join(''))
}

function describe(
  { kind, path, bytes }: Download,
  target: TargetPage,
): { readonly address: string; readonly lang: string; readonly label: string } {
  const { lang, words } = wordsIn([target.lang])
  return { address: escapeHtml(relativeUrls(target.path).asset(path)), lang, label: fill(words.downloads[kind], fileSize(bytes, lang)) }
}

function insertAt(page: string, index: number, text: string): string {
  if (index === -1) throw new Error('the page has no place for downloads')
  return page.slice(0, index) + text + page.slice(index)
}
