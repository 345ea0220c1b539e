import { escapeHtml } from '../escape-html.ts'
import { wordsIn } from '../words/words-in.ts'
import { relativeUrls } from './relative-urls.ts'

/** A file that a deck is offered as besides its pages. */
export interface Download {
  /** Its path in the site. */
  readonly path: string
  /** Its media type. */
  readonly type: string
  /** What people call such files. */
  readonly name: string
  readonly bytes: number
}

/** Where a deck's page names its downloads, which are made of the page itself and so come later. */
export const LINKS_MARK = '<!--downloads-->'
/** Where a deck's reading view offers them. */
export const OFFERS_MARK = '<!--downloads offered-->'

/** Puts downloads into a page of a deck, by their marks. `path` is the page's own, `lang` the language in which numbers are written. */
export function offerDownloads(page: string, downloads: readonly Download[], { path, lang }: { path: string; lang: string }): string {
  const urls = relativeUrls(path)
  const links = downloads.map((download) => {
    const facts = `type="${escapeHtml(download.type)}" href="${urls.asset(download.path)}"`
    const size = sizeIn(lang, download.bytes)
    return {
      link: `<link rel="alternate" ${facts} title="${escapeHtml(download.name)}" data-size="${size}">\n`,
      offer: `<a ${facts} download>${escapeHtml(download.name)} (${size})</a>\n`,
    }
  })
  const put = (text: string, at: number, mark: string, added: string) =>
    at === -1 ? text : text.slice(0, at) + added + text.slice(at + mark.length)
  // Ours is the first in the head and the last in the footer, whatever stands between.
  const linked = put(page, page.indexOf(LINKS_MARK), LINKS_MARK, links.map(({ link }) => link).join(''))
  return put(linked, linked.lastIndexOf(OFFERS_MARK), OFFERS_MARK, links.map(({ offer }) => offer).join(''))
}

function sizeIn(lang: string, bytes: number): string {
  const [amount, unit] = bytes < 1e5 ? [bytes / 1e3, 'KB'] : [bytes / 1e6, 'MB']
  const digits = { maximumFractionDigits: unit === 'KB' ? 0 : 1 }
  return `${new Intl.NumberFormat(wordsIn([lang]).lang, digits).format(amount)} ${unit}`
}
