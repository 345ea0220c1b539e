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

export function keepSession(path: string, session: string): void {
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
