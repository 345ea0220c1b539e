import { fromRoot } from '../from-root.ts'

/** A file of the site that an address of a page means, and what the address says behind it, as `#/3`. */
export interface SiteFile {
  readonly path: string
  readonly rest: string
}

/** Reads an address that stands in a page or a style sheet of the site; `undefined` where it is no file of it. `from` is the path of the page or sheet. */
export function siteFile(address: string, from: string): SiteFile | undefined {
  const rest = /[?#].*$/s.exec(address)?.[0] ?? ''
  const file = address.slice(0, address.length - rest.length)
  if (file === '' || /^data:/i.test(file)) return undefined
  const path = fromRoot(file, from)
  return path === undefined ? undefined : { path: decodePath(path), rest }
}

function decodePath(path: string): string {
  try {
    // Each step of the way is encoded by itself.
    return path
      .split('/')
      .filter((segment) => segment !== '.')
      .map(decodeURIComponent)
      .join('/')
  } catch {
    // Then no file of ours is called so.
    return path
  }
}
