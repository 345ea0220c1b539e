import type { SiteOptions } from '../config/site-options.ts'
import { escapeHtml } from '../escape-html.ts'
import type { InlineScript } from '../model.ts'
import type { Words } from '../i18n/words.ts'
import { absoluteAddress } from './urls.ts'

export interface PageParts {
  readonly lang: string
  readonly title: string
  readonly description?: string
  readonly scripts: readonly InlineScript[]
  /** The page may connect to its own server. */
  readonly connects: boolean
  /** Scripts of the page parse HTML or load scripts, as reveal.js and the loader do. */
  readonly makesMarkup: boolean
  /** Trusted Types policies that scripts of a page without `makesMarkup` may make, to load scripts that the page lists. */
  readonly policies?: readonly string[]
  /** Sources of the frames that the page may show. */
  readonly frameSources?: Iterable<string>
  /** The page may load images and media from other servers. */
  readonly loadsRemote?: boolean
  /** Address of the icon; without it there is none. */
  readonly icon?: string
  /** The colour of the page's ground, for the frame of the window; with `dark` if it follows the scheme of the system. */
  readonly ground?: { readonly light: string; readonly dark?: string }
  /** HTML of the head after the fixed part. */
  readonly head: string
  readonly body: string
}

/** The end of what all pages have in common; it comes before all content of the author. */
export const COMMON_HEAD = '<meta name="referrer" content="no-referrer">\n'

// Otherwise browsers ask for /favicon.ico.
const NO_ICON = 'data:,'

/** A whole document. `head` and `body` are trusted HTML; everything else is escaped here. */
export function htmlPage({
  lang,
  title,
  description,
  scripts,
  connects,
  makesMarkup,
  policies = [],
  frameSources = [],
  loadsRemote = false,
  icon = NO_ICON,
  ground,
  head,
  body,
}: PageParts): string {
  return `<!doctype html>
<html lang="${escapeHtml(lang)}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${escapeHtml(contentSecurityPolicy({ scripts, connects, makesMarkup, policies, frameSources, loadsRemote }))}">
<meta name="viewport" content="width=device-width, initial-scale=1">
${COMMON_HEAD}<link rel="icon" href="${icon}">
${groundColours(ground)}<title>${escapeHtml(title)}</title>
${description ? `<meta name="description" content="${escapeHtml(description)}">\n` : ''}${head}</head>
${body}
</html>
`
}

// Browsers take the first that applies.
function groundColours(ground: PageParts['ground']): string {
  if (ground === undefined) return ''
  const dark = ground.dark === undefined ? '' : groundColour(ground.dark, ' media="(prefers-color-scheme:dark)"')
  return dark + groundColour(ground.light)
}

const groundColour = (colour: string, media = '') => `<meta name="theme-color"${media} content="${escapeHtml(colour)}">\n`

/** The link to the address under which search engines should list a page, if the site has one; `path` is that of the page in the site. */
export function canonicalLink(site: string | undefined, path: string): string {
  if (site === undefined) return ''
  return `<link rel="canonical" href="${escapeHtml(absoluteAddress(site, path))}">\n`
}

type PolicyParts = Pick<PageParts, 'scripts' | 'connects' | 'makesMarkup' | 'policies' | 'frameSources' | 'loadsRemote'>

/** The content security policy of a page: its own scripts by their hashes, and nothing from other servers unless the deck is trusted. */
function contentSecurityPolicy({ scripts, connects, makesMarkup, policies = [], frameSources = [], loadsRemote }: PolicyParts): string {
  const frames = [...frameSources]
  const remote = loadsRemote ? ' https:' : ''
  const scriptSource = scripts.length === 0 ? "'none'" : `${scripts.map(({ hash }) => hash).join(' ')} 'strict-dynamic'`
  return [
    "default-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
    `script-src ${scriptSource}`,
    "style-src 'self' 'unsafe-inline'",
    `img-src 'self' data:${remote}`,
    "font-src 'self'",
    `media-src 'self'${remote}`,
    ...(frames.length === 0 ? [] : [`frame-src ${frames.join(' ')}`]),
    ...(connects ? ["connect-src 'self'"] : []),
    ...(makesMarkup
      ? []
      : ["require-trusted-types-for 'script'", `trusted-types ${policies.length === 0 ? "'none'" : policies.join(' ')}`]),
  ].join('; ')
}

/** The title of a deck's page: with its date, since decks of a series often share a title. */
export function datedTitle(title: string, date: string | undefined): string {
  return date === undefined || title.includes(date) ? title : `${title} – ${date}`
}

const SITE_LINKS = ['imprint', 'privacy', 'accessibility', 'feedback', 'enforcement'] as const

/** Links to what a site must say about itself, such as its imprint, where it has an address for that. */
export function siteLinks(links: SiteOptions['links'], words: Words): readonly string[] {
  return SITE_LINKS.flatMap((name) => {
    const address = links[name]
    return address === undefined ? [] : [`<a href="${escapeHtml(address)}">${words.index[name]}</a>`]
  })
}

/** The same for the head of a deck's page, whose script shows them in its menu. */
export function siteLinksInHead(links: SiteOptions['links'], { lang, words }: { readonly lang: string; readonly words: Words }): string {
  return SITE_LINKS.map((name) => {
    const address = links[name]
    const title = `title="${escapeHtml(words.index[name])}" lang="${lang}"`
    return address === undefined ? '' : `<link rel="help" data-kind="${name}" href="${escapeHtml(address)}" ${title}>\n`
  }).join('')
}
