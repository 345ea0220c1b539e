/** What a viewer has chosen for all decks of the site. */
export type Setting = 'hedgerow-letters' | 'hedgerow-notes' | 'hedgerow-scheme' | 'hedgerow-dev-follow' | 'hedgerow-dev-fold'

/** Nothing where the browser keeps nothing. */
export function readSetting(name: Setting): string | undefined {
  try {
    return localStorage.getItem(name) ?? undefined
  } catch {
    return undefined
  }
}

/** `undefined` forgets it. */
export function keepSetting(name: Setting, value: string | undefined): void {
  try {
    if (value === undefined) localStorage.removeItem(name)
    else localStorage.setItem(name, value)
  } catch {
    // Then it counts until the page is left.
  }
}
