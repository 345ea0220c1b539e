import { READ_HERE } from '../../core/shared/read-here.ts'
import type { Links } from './page-links.ts'

/** The page shows its slides as a text in a window of any size. */
export function isReadHere(): boolean {
  return document.documentElement.dataset['view'] === 'text'
}

/** The links of a page that is such a text, or looks like one: it leads to no other. */
export function textLinks(links: Links): Links {
  return links.read?.href.endsWith(READ_HERE) ? { ...links, read: undefined } : links
}
