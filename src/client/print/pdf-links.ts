import { slideAt } from '../viewer/slide-at.ts'

/**
 * Makes links work in the PDF: links between slides go to the slide's page, links to other pages of the site to the published site, or
 * become text if its address is unknown. The function that it returns sets the links between slides, once all slides have ids.
 */
export function rewriteLinks(site: string | undefined): () => void {
  const inside: (readonly [HTMLAnchorElement, HTMLElement])[] = []
  const reveal = document.querySelector<HTMLElement>('.reveal')
  for (const link of document.querySelectorAll<HTMLAnchorElement>('.slides a[href]')) {
    const { origin, pathname, search, hash } = new URL(link.href, location.href)
    if (origin !== location.origin) continue
    if (pathname === location.pathname && search === '' && hash !== '') {
      const target = reveal ? slideAt(reveal, hash) : undefined
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
