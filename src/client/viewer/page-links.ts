import type { ToolLink } from './toolbar.ts'

/** What a site must say about itself. */
type SiteLink = 'imprint' | 'privacy' | 'accessibility' | 'feedback' | 'enforcement'

/** Where a page leads to, by the button that does. */
export type Links = Partial<
  Record<'previousDeck' | 'nextDeck' | 'read' | 'source' | 'pdf' | 'single' | 'pad' | 'allDecks' | SiteLink, ToolLink>
>

/** The links of a page, which the build has written. */
export function addresses(): Links {
  const linkTo = (selector: string, download?: string): ToolLink | undefined => {
    const href = document.querySelector<HTMLLinkElement>(`head > link${selector}`)?.href
    return href === undefined ? undefined : { href, download }
  }
  // The source inside a single file is a data address, which gives a download no name.
  const name = document.querySelector<HTMLElement>('head > link[data-name]')?.dataset['name'] ?? ''
  return {
    ...neighbours(),
    read: linkTo('[rel=alternate][type$=html]'),
    source: linkTo('[type$=markdown]', name),
    ...downloads(),
    ...pad(),
    allDecks: linkTo('[rel=up]'),
    ...siteLinks(),
  }
}

// The decks before and after this one in its series.
function neighbours(): Links {
  const links = document.querySelectorAll<HTMLLinkElement>('head > link:is([rel=prev], [rel=next])')
  return Object.fromEntries([...links].map(({ rel, href, title }) => [rel === 'prev' ? 'previousDeck' : 'nextDeck', { href, to: title }]))
}

function siteLinks(): Links {
  const links = document.querySelectorAll<HTMLLinkElement>('head > link[rel=help][data-kind]')
  return Object.fromEntries([...links].map(({ href, title, lang, dataset }) => [dataset['kind'], { href, says: { text: title, lang } }]))
}

// The pad that the deck came from, if the site says so.
function pad(): Links {
  const link = document.querySelector<HTMLLinkElement>('head > link[rel=via]')
  return link ? { pad: { href: link.href, leaves: true, says: { text: link.title, lang: link.lang } } } : {}
}

// Files that contain the whole deck, if the site offers any.
function downloads(): Links {
  const links = document.querySelectorAll<HTMLLinkElement>('head > link[rel=enclosure]')
  return Object.fromEntries(
    [...links].map(({ href, title, lang, dataset }) => [dataset['kind'], { href, download: '', says: { text: title, lang } }]),
  )
}
