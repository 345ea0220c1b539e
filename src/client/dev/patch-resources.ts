import { decodeAddress } from '../../core/shared/decode-address.ts'

interface Styles {
  readonly styles: readonly HTMLStyleElement[]
  readonly links: readonly HTMLLinkElement[]
}

/** The style sheets of a page as the server sent it. */
export function staticStyles(page: Document): Styles {
  return {
    styles: [...page.querySelectorAll<HTMLStyleElement>('head > style')],
    links: [...page.querySelectorAll<HTMLLinkElement>('link[rel=stylesheet]')],
  }
}

/** Replaces the style sheets of the page once the new ones are loaded, so that slides are never unstyled. Returns `before` if they are the same. */
export async function patchStyles(before: Styles, after: Styles): Promise<Styles> {
  const sheets = (links: readonly HTMLLinkElement[]) => links.map((link) => link.getAttribute('href')).join('\n')
  const texts = (styles: readonly HTMLStyleElement[]) => styles.map(({ textContent }) => textContent).join('\n')
  const isOther = sheets(before.links) !== sheets(after.links)
  const links = isOther ? after.links.map((link) => document.importNode(link, true)) : before.links
  if (isOther) {
    const loaded = links.map((link) => new Promise((resolve) => Object.assign(link, { onload: resolve, onerror: resolve })))
    document.body.append(...links)
    await Promise.all(loaded)
    for (const link of before.links) link.remove()
  }
  if (texts(before.styles) === texts(after.styles)) return isOther ? { styles: before.styles, links } : before
  const styles = after.styles.map((style) => document.importNode(style, true))
  document.head.append(...styles)
  for (const style of before.styles) style.remove()
  return { styles, links }
}

/**
 * Reloads images and media in `root` that have changed since the page requested them. `changed` counts the changes of each file; the count
 * goes into the address, as the browser would otherwise use its cache.
 */
export function reloadImages(root: Element, changed: Readonly<Record<string, number>>): void {
  const NAMES = ['src', 'poster', 'data-background-image', 'data-background-video', 'data-background', 'data-src', 'href']
  for (const element of [root, ...root.querySelectorAll('img, video, audio, source, image, section')]) {
    for (const name of NAMES) {
      const written = element.getAttribute(name)
      if (written === null || !URL.canParse(written, location.href)) continue
      const address = new URL(written, location.href)
      const count = changed[(decodeAddress(address.pathname) ?? address.pathname).slice(1)]
      if (address.origin !== location.origin || count === undefined || address.search === `?${count}`) continue
      element.setAttribute(name, `${written.replace(/\?\d+$/, '')}?${count}`)
    }
  }
}
