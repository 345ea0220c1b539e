import { escapeHtml } from '../escape-html.ts'
import type { ClientBundle, InlineScript, Site, StyleBundle, Urls } from '../model.ts'
import { wordsIn } from '../i18n/words-in.ts'
import { brandGround } from './brand-colours.ts'
import { htmlPage, siteLinks } from './html-page.ts'
import { iconAddress } from './site-icon.ts'

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
export function sitePage({ options }: Site, page: SitePage, { urls, client, brand }: SitePageContext): string {
  const { title, description, main, head = '', links = [], end = '', scripts = [], policies } = page
  const { lang, logo } = options
  const sheets = [client.site, ...(brand ? [brand] : [])].map((style) => `<link rel="stylesheet" href="${urls.client(style.file)}">\n`)
  // The name next to it is its alternative text.
  const picture = logo === undefined ? '' : `<img class="site-logo" src="${urls.asset(logo)}" alt="">\n`
  return htmlPage({
    lang,
    title,
    description,
    scripts: [...scripts, ...(client.reload ? [client.reload] : [])],
    connects: client.reload !== undefined,
    makesMarkup: client.reload !== undefined,
    policies,
    icon: iconAddress(options, client, urls),
    ground: brandGround(brand),
    head: head + sheets.join(''),
    body: `<body class="site"${brand?.tokens ? ` style="${escapeHtml(brand.tokens)}"` : ''}>
<header class="site-header">
${picture}<h1>${escapeHtml(title)}</h1>${description === '' ? '' : `\n<p>${escapeHtml(description)}</p>`}
</header>
${main}
${footer(options, links)}${end}${client.reload ? `<script>${client.reload.text}</script>\n` : ''}</body>`,
  })
}

function footer({ links, lang }: Site['options'], own: readonly string[]): string {
  const { words } = wordsIn([lang])
  const made = [...own, ...siteLinks(links, words)]
  return made.length === 0 ? '' : `<footer class="site-footer"><nav aria-label="${words.index.about}">${made.join('\n')}</nav></footer>\n`
}

/** The style of the brand of a site, if it has one. */
export function brandOf({ options }: Site, client: ClientBundle): StyleBundle | undefined {
  return client.brands[options.brand]
}

/** The same as a list. */
export function brandSheets(site: Site, client: ClientBundle): readonly StyleBundle[] {
  const brand = brandOf(site, client)
  return brand ? [brand] : []
}
