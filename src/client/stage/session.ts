const NAME = 'hedgerow-talk'

/** The talk of this window, if any; kept by a reload and by windows that it opens. */
export function readSession(path: string): string | undefined {
  try {
    const [session, of] = sessionStorage.getItem(NAME)?.split(' ') ?? []
    return of === path ? session : undefined
  } catch {
    return undefined
  }
}

export function storeSession(path: string, session: string): void {
  try {
    sessionStorage.setItem(NAME, `${session} ${path}`)
  } catch {
    // Without storage, a reload ends the talk.
  }
}

/** A name that cannot be guessed. */
export function makeSession(): string {
  // `randomUUID` is missing on pages that are not served over HTTPS.
  return [...crypto.getRandomValues(new Uint8Array(12))].map((byte) => byte.toString(36).padStart(2, '0')).join('')
}

export interface Talk {
  readonly session: string
  readonly deck: string
}

/**
 * The talk in the address of a speaker view, as in `hedgerow/speaker.html#session/2024/talk.html`; only pages of the same site are valid.
 * A single file is the speaker view of itself and of no other deck.
 */
export function readAddress(address: string, of: 'other' | 'itself' = 'other'): Talk | undefined {
  const here = new URL(address)
  const [, session, path] = /^#(\w{12,40})\/([^#?\\]+)$/.exec(here.hash) ?? []
  const root = new URL('..', here)
  if (session === undefined || path === undefined || !URL.canParse(path, root.href)) return undefined
  const deck = new URL(path, root)
  return deck.href.startsWith(root.href) && (deck.pathname === here.pathname) === (of === 'itself')
    ? { session, deck: deck.href }
    : undefined
}
