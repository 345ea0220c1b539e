import { decodeAddress } from '../../core/shared/decode-address.ts'
import { readOptions } from '../page-events.ts'

/**
 * Makes links work in the PDF: links between slides go to the slide's page, links to other pages of the site to the published site, or
 * become text if its address is unknown. The function that it returns sets the links between slides, once all slides have ids.
 */
export function rewriteLinks(site: string | undefined): () => void {
  const inside: (readonly [HTMLAnchorElement, HTMLElement])[] = []
  const first = readOptions(document.querySelector<HTMLElement>('.reveal')).hashOneBasedIndex === true ? 1 : 0
  for (const link of document.querySelectorAll<HTMLAnchorElement>('.slides a[href]')) {
    const { origin, pathname, search, hash } = new URL(link.href, location.href)
    if (origin !== location.origin) continue
    if (pathname === location.pathname && search === '' && hash !== '') {
      const target = targetOf(decodeAddress(hash.slice(1)) ?? hash.slice(1), first)
      if (target) inside.push([link, target])
      else link.removeAttribute('href')
      continue
    }
    const path = pathname.slice(1) + search + hash
    if (site === undefined) link.removeAttribute('href')
    else link.href = site.replace(/\/?$/, '/') + path
  }
  return () => {
    for (const [link, target] of inside) link.href = `#${target.id}`
  }
}

function targetOf(hash: string, first: number): HTMLElement | undefined {
  const position = /^\/(\d+)(?:\/(\d+))?/.exec(hash)
  if (!position) return document.getElementById(hash.replace(/^\/([^/]*).*$/, '$1')) ?? undefined
  const [h, v] = [Number(position[1]) - first, Number(position[2] ?? first) - first]
  const column = document.querySelectorAll<HTMLElement>('.slides > section')[h]
  if (!column?.matches('.stack')) return column
  return column.querySelectorAll<HTMLElement>(':scope > section')[v]
}
