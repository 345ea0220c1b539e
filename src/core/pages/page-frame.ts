import type { SiteOptions } from '../config/site-options.ts'
import { escapeHtml } from '../escape-html.ts'
import type { ClientBundle, Urls } from '../model.ts'
import { wordsIn } from '../i18n/words-in.ts'
import { drawIcon } from './page-icons.ts'

/** A link of the header. */
export interface MainLink {
  readonly name: string
  readonly address: string
  /** It is the page that has the link. */
  readonly isCurrent?: boolean | undefined
}

export interface HeaderContext {
  readonly options: SiteOptions
  readonly urls: Urls
  readonly client: ClientBundle
  /** ` lang="…"` for its words, if they are not in the language of the page. */
  readonly ours?: string
  readonly links: readonly MainLink[]
  /** HTML of the search. */
  readonly search?: string
  /** The title of the site is the heading of the page. */
  readonly isTitled?: boolean | undefined
}

/** The header of a page: whose site it is, the search, the pages of the site, and the choice between light and dark. */
export function pageHeader({ options, urls, client, ours = '', links, search = '', isTitled }: HeaderContext): string {
  const { words } = wordsIn([options.lang])
  const { logo, organisation, title, brand } = options
  const { icon } = client.brands[brand] ?? {}
  const own = icon === undefined || organisation !== undefined ? undefined : urls.client(icon)
  const picture = logo === undefined ? own : urls.asset(logo)
  const hasName = picture !== undefined || organisation !== undefined
  // The name next to a picture is its alternative text; alone, it is the link.
  const owner =
    picture === undefined
      ? `<b>${escapeHtml(organisation ?? title)}</b>`
      : `<img src="${picture}" alt="${escapeHtml(organisation ?? (isTitled ? title : ''))}">`
  return `<header class="hr-top"${ours}><div class="hr-wide">
<a class="hr-home" href="${urls.index()}">${owner}${isTitled || !hasName ? '' : `<span>${escapeHtml(title)}</span>`}</a>
${search}${mainLinks(links, words.index.pages)}<button class="hr-scheme" type="button" aria-label="${words.viewer.dark}">${drawIcon('moon')}${drawIcon('sun')}</button>
</div></header>
`
}

/** A link to the search that looks as its field does, for a page that has none. */
export function searchLink(urls: Urls, name: string): string {
  return `<a class="hr-find hr-field" href="${urls.index()}?q=">${drawIcon('search')}<span>${name}</span><kbd aria-hidden="true">/</kbd></a>\n`
}

// One alone is the way home, which the name beside it is, too.
function mainLinks(links: readonly MainLink[], name: string): string {
  if (links.length < 2) return ''
  const printed = links.map(
    (link) => `<a href="${link.address}"${link.isCurrent ? ' aria-current="page"' : ''}>${escapeHtml(link.name)}</a>`,
  )
  return `<nav class="hr-nav" aria-label="${name}">${printed.join('\n')}</nav>\n`
}
