import { escapeHtml } from '../escape-html.ts'
import { fileSize } from '../i18n/formats.ts'
import type { Words } from '../i18n/words.ts'
import { fill, wordsIn } from '../i18n/words-in.ts'
import { COMMON_HEAD } from './html-page.ts'
import { insertAt } from './insert-at.ts'
import { FOOTER_END } from './reading/reading-page.ts'
import { relativeUrls } from './urls.ts'

/** Kinds of downloads, which have labels. */
export type DownloadKind = keyof Words['downloads']

/** A file of the site that contains a whole deck. */
export interface Download {
  readonly kind: DownloadKind
  /** Media type. */
  readonly type: string
  /** In the site. */
  readonly path: string
  readonly bytes: number
}

/** The path of the page in the site, and the language of the site. */
interface TargetPage {
  readonly path: string
  readonly lang: string
}

/**
 * Adds links to downloads to the head of a deck's page, for its toolbar. The page is already written: downloads are made from it, and
 * their sizes are only known then.
 */
export function withDownloads(page: string, downloads: readonly Download[], target: TargetPage): string {
  const links = downloads.map((download) => {
    const { address, lang, label } = describe(download, target)
    const { kind, type } = download
    return `<link rel="enclosure" type="${type}" href="${address}" lang="${lang}" title="${label}" data-kind="${kind}">\n`
  })
  // Before all content of the author.
  return insertAt(page, page.indexOf(COMMON_HEAD), links.join(''))
}

/** Adds links to downloads to the footer of the reading view. */
export function withDownloadsBelow(page: string, downloads: readonly Download[], target: TargetPage): string {
  const links = downloads.map((download) => {
    const { address, lang, label } = describe(download, target)
    return `<a href="${address}" lang="${lang}" download>${label}</a>\n`
  })
  // After all content of the author.
  return insertAt(page, page.lastIndexOf(FOOTER_END), links.join(''))
}

function describe(
  { kind, path, bytes }: Download,
  target: TargetPage,
): { readonly address: string; readonly lang: string; readonly label: string } {
  const { lang, words } = wordsIn([target.lang])
  return { address: escapeHtml(relativeUrls(target.path).asset(path)), lang, label: fill(words.downloads[kind], fileSize(bytes, lang)) }
}
