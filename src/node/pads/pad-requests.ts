import type { PadAddress } from '../../core/pads/pad-address.ts'
import type { Hackmd } from './pad-client-types.ts'

/** What speaks at a server: HedgeDoc 1 and CodiMD, HedgeDoc 2, or HackMD. */
export type PadRoute = 'version1' | 'version2' | 'hackmd' | 'hackmd-api'

export const HACKMD: Hackmd = { pages: 'https://hackmd.io', api: 'https://api.hackmd.io' }

// Names that belong to servers. None of them is a pad, and some do something when they are requested.
const RESERVED = /^(new|me|auth|logout|login|register|api|status|metrics|config|uploads|media|history)$/i

/** The addresses of the text and of the revisions of a pad; `undefined` if its id cannot be that of a pad. */
export interface PadUrls {
  readonly text: URL
  readonly revisions: URL | undefined
}

/**
 * What to request for a pad. Never the address of the pad itself: that would create it if it does not exist.
 * `/s/<id>/download` takes every kind of name, and creates nothing.
 */
export function padUrls(pad: PadAddress, route: PadRoute, { api }: Hackmd = HACKMD): PadUrls | undefined {
  const id = pathOf(pad.id, route)
  if (id === undefined) return undefined
  const at = (path: string, root = pad.server) => new URL(path, root)
  switch (route) {
    case 'version1':
      return { text: at(`s/${id}/download`), revisions: at(`${id}/revision`) }
    case 'version2':
      return { text: at(`api/v2/notes/${id}/content`), revisions: at(`api/v2/notes/${id}/revisions`) }
    case 'hackmd':
      return { text: at(`${id}/download`), revisions: undefined }
    case 'hackmd-api':
      return { text: at(`v1/notes/${id}`, `${api}/`), revisions: at(`v1/notes/${id}`, `${api}/`) }
  }
}

/** Whether a redirect leads to another name of the same pad: its text, at the same server. */
export function isSameKind(to: URL, { server }: PadAddress): boolean {
  const root = secureUrl(server)
  if (to.origin !== root.origin || !to.pathname.startsWith(root.pathname)) return false
  return (
    /^(s\/|@[\w.-]+\/)?[^/]+\/download$/.test(to.pathname.slice(root.pathname.length)) &&
    !/^s\/download$/.test(to.pathname.slice(root.pathname.length))
  )
}

const IS_OWN_COMPUTER = /^(localhost|.*\.localhost|127\.\d+\.\d+\.\d+|\[::1\])$/

/** An address with `https:` instead of `http:`, except where a port was chosen for that, or on this computer. */
export function secureUrl(address: string): URL {
  const url = new URL(address)
  if (url.protocol === 'http:' && url.port === '' && !IS_OWN_COMPUTER.test(url.hostname)) url.protocol = 'https:'
  return url
}

function pathOf(id: string, route: PadRoute): string | undefined {
  const parts = id.split('/')
  const isOwned = route === 'hackmd' && parts.length === 2 && /^@[\w.-]+$/.test(parts[0] ?? '')
  if (parts.length > 1 && !isOwned) return undefined
  if (parts.some((part) => /^\.{0,2}$/.test(part) || /[\x00-\x1f\x7f\\?#\ufffd]|\p{Surrogate}/u.test(part) || part.length > 256))
    return undefined
  if (RESERVED.test(id)) return undefined
  return parts.map((part) => encodeURIComponent(part).replace(/^%40/, '@')).join('/')
}
