import { escapeHtml } from '../escape-html.ts'
import type { ClientBundle, InlineScript, Site, StyleBundle, Urls } from '../model.ts'
import { wordsIn } from '../i18n/words-in.ts'
import { brandGround } from './brand-colours.ts'
import { htmlPage, siteLinks } from './html-page.ts'
import { brandTokens, pageBrand } from './page-brand.ts'
import { PAGE_TRANSITION } from './page-transition.ts'
import { type MainLink, pageHeader, searchLink } from './page-frame.ts'
import { iconAddress } from './site-icon.ts'
import { topicsOf } from './topics/survey-site.ts'
import { TOPICS_PAGE } from './urls.ts'

export interface SitePageContext {
  readonly urls: Urls
  readonly client: ClientBundle
  /** The site's brand, if it has one. */
  readonly brand?: StyleBundle
}

/** The content of a page; `main` and `end` are HTML. */
export interface SitePage {
  readonly title: string
  readonly description: string
  readonly main: string
  /** HTML of the search in the header; without it, a link to that of the index. */
  readonly search?: string
  /** The part of the site that the page is in. */
  readonly current?: 'archive' | 'topics'
  /** The heading of the page is the title of the site. */
  readonly isTitled?: boolean
  /** HTML of the head. */
  readonly head?: string
  /** Links of the footer before those of the site, as HTML. */
  readonly links?: readonly string[]
  /** HTML at the end of the body. */
  readonly end?: string
  /** The scripts in it, for the content security policy. */
  readonly scripts?: readonly InlineScript[]
  /** Trusted Types policies that these make. */
  readonly policies?: readonly string[]
}

/** A page that is not a deck: the site's header and footer around a main part. */
export function sitePage(site: Site, page: SitePage, { urls, client, brand }: SitePageContext): string {
  const { options } = site
  const { title, description, main, head = '', links = [], end = '', scripts = [], policies, isTitled, current } = page
  const { lang } = options
  const search = page.search ?? (isTitled ? '' : searchLink(urls, wordsIn([lang]).words.index.filter))
  const style = pageBrand(client, brand)
  const sheets = [client.site, ...(style ? [style] : [])].map(({ file }) => `<link rel="stylesheet" href="${urls.client(file)}">\n`)
  return htmlPage({
    lang,
    title,
    description,
    scripts: [client.scheme, ...scripts, ...(client.reload ? [client.reload] : [])],
    connects: client.reload !== undefined,
    makesMarkup: client.reload !== undefined,
    policies,
    icon: iconAddress(options, client, urls),
    ground: brandGround(brand),
    head: `${head}<style>${PAGE_TRANSITION}</style>\n<script>${client.scheme.text}</script>\n${sheets.join('')}`,
    body: `<body class="site"${brandTokens(style)}>
${pageHeader({ options, urls, client, links: mainLinks(site, urls, current), search, isTitled })}${main}
${footer(options, links)}${end}${client.reload ? `<script>${client.reload.text}</script>\n` : ''}</body>`,
  })
}

function mainLinks(site: Site, urls: Urls, current: SitePage['current']): readonly MainLink[] {
  const { words } = wordsIn([site.options.lang])
  return [
    { name: words.index.archive, address: urls.index(), isCurrent: current === 'archive' },
    ...(topicsOf(site).length === 0
      ? []
      : [{ name: words.topics.topics, address: urls.asset(TOPICS_PAGE), isCurrent: current === 'topics' }]),
  ]
}

/** The heading of a page, a sentence below it, and what is beside both, as HTML. */
export function titleBand(title: string, sentences: readonly string[], beside = ''): string {
  const below = sentences.filter((sentence) => sentence !== '').map((sentence) => `\n<p>${escapeHtml(sentence)}</p>`)
  return `<div class="band hr-wide"><div>
<h1>${escapeHtml(title)}</h1>${below.join('')}
</div>
${beside}</div>
`
}

function footer({ links, lang, organisation, title }: Site['options'], own: readonly string[]): string {
  const { words } = wordsIn([lang])
  const made = [...own, ...siteLinks(links, words)]
  const nav = made.length === 0 ? '' : `<nav aria-label="${words.index.about}">${made.join('\n')}</nav>`
  return `<footer class="hr-end"><div class="hr-wide"><p>${escapeHtml(organisation ?? title)}</p>${nav}</div></footer>\n`
}

/** The style of the brand of a site for pages without slides, if it has one. */
export function brandOf({ options }: Site, client: ClientBundle): StyleBundle | undefined {
  return client.pages[options.brand]
}

/** The styles besides its own that a page of a site links, as a list. */
export function brandSheets(site: Site, client: ClientBundle): readonly StyleBundle[] {
  const style = pageBrand(client, brandOf(site, client))
  return style ? [style] : []
}
