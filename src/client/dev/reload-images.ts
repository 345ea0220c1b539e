import { decodeAddress } from '../../core/decode-address.ts'

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
