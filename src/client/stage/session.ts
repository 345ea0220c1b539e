const NAME = 'hedgerow-talk'

/** The talk that this window is part of, if any; a reload keeps it, and so does a window that is opened from it. */
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
    // Then a reload ends it.
  }
}

/** A name that nobody guesses. */
export function makeSession(): string {
  // randomUUID is missing where a page is not served over https.
  return [...crypto.getRandomValues(new Uint8Array(12))].map((byte) => byte.toString(36).padStart(2, '0')).join('')
}
