import { escapeHtml } from '../../escape-html.ts'
import type { Urls } from '../../model.ts'
import { FEED, JSON_FEED } from '../urls.ts'

/** Links to feeds in the head of a page, for feed readers; `paths` are those of the feeds in the site. */
export function feedLinks(
  urls: Urls,
  title: string,
  paths: Readonly<Record<'xml' | 'json', string>> = { xml: FEED, json: JSON_FEED },
): string {
  const link = (type: string, path: string) =>
    `<link rel="alternate" type="application/${type}" href="${urls.asset(path)}" title="${escapeHtml(title)}">\n`
  return link('atom+xml', paths.xml) + link('feed+json', paths.json)
}
