export interface Talk {
  readonly session: string
  /** Address of the deck's page. */
  readonly deck: string
}

/** The talk that the address of a speaker view names, as in `hedgerow/speaker.html#session/2024/talk.html`: a page of its own site, or none. */
export function readAddress(address: string): Talk | undefined {
  const here = new URL(address)
  const [, session, path] = /^#(\w{12,40})\/([^#?\\]+)$/.exec(here.hash) ?? []
  const root = new URL('..', here)
  root.hash = ''
  root.search = ''
  if (session === undefined || path === undefined || !URL.canParse(path, root.href)) return undefined
  const deck = new URL(path, root)
  const isBelow = deck.protocol === root.protocol && deck.host === root.host && deck.pathname.startsWith(root.pathname)
  return isBelow && deck.pathname !== here.pathname ? { session, deck: deck.href } : undefined
}
