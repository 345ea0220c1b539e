import { escapeHtml } from '../escape-html.ts'
import type { DeckSummary, Site } from '../model.ts'
import { absoluteAddress, SITEMAP } from './urls.ts'

/** Whether search engines and programs may list a deck. */
export function isListed({ robots = '' }: Pick<DeckSummary, 'robots'>): boolean {
  return !/(^|[\s,:])(noindex|none)([\s,]|$)/i.test(robots)
}

/** The instructions for search engines in the head of a page of a deck. */
export function robotsMeta(robots: string | undefined): string {
  return robots === undefined ? '' : `<meta name="robots" content="${escapeHtml(robots)}">\n`
}

/** The text of `robots.txt`, which names the sitemap; `undefined` if the site is not at the root of its origin, where programs look for it. */
export function robotsText({ options: { url } }: Site): string | undefined {
  if (url === undefined || !URL.canParse(url) || new URL(url).pathname !== '/') return undefined
  return `User-agent: *\nDisallow:\n\nSitemap: ${absoluteAddress(url, SITEMAP)}\n`
}
