/** A viewer's choice for all decks of the site. */
export type Setting = 'hedgerow-letters' | 'hedgerow-notes' | 'hedgerow-scheme' | 'hedgerow-dev-follow' | 'hedgerow-dev-fold'

/** `undefined` if there is none, or if the browser has no storage. */
export function readSetting(name: Setting): string | undefined {
  try {
    return localStorage.getItem(name) ?? undefined
  } catch {
    return undefined
  }
}

/** `undefined` removes it. */
export function storeSetting(name: Setting, value: string | undefined): void {
  try {
    if (value === undefined) localStorage.removeItem(name)
    else localStorage.setItem(name, value)
  } catch {
    // Without storage, the choice lasts until the page is closed.
  }
}
