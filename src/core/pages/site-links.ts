import type { SiteOptions } from '../config/site-options.ts'
import { escapeHtml } from '../escape-html.ts'
import type { Words } from '../i18n/words.ts'

/** Links to the imprint, privacy and accessibility statements that a site has. */
export function siteLinks(links: SiteOptions['links'], words: Words): readonly string[] {
  return (['imprint', 'privacy', 'accessibility'] as const).flatMap((name) => {
    const address = links[name]
    return address === undefined ? [] : [`<a href="${escapeHtml(address)}">${words.index[name]}</a>`]
  })
}
