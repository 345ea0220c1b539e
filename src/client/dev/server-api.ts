/** What the server knows about the page, in the shape of `DevMessages`. */
export interface State {
  readonly isCurrent: boolean
  readonly lines: readonly number[]
  readonly messages: readonly Message[]
  /** Files that have changed since the server was started, with the number of changes. */
  readonly changed: Readonly<Record<string, number>>
  /** The position of the windows that are in sync. */
  readonly position?: Position
  /** The HTML of the whole page, if this page is out of date. */
  readonly html?: string
}

export interface Message {
  readonly file: string
  readonly line?: number
  readonly column?: number
  readonly severity: 'error' | 'warning' | 'info'
  readonly code: string
  readonly message: string
  readonly help: string
  readonly frame: string
  /** Whether the server can fix it in the file. */
  readonly isFixable: boolean
  /** 0-based. */
  readonly slide?: number
}

export interface Position {
  readonly page: string
  readonly h: number
  readonly v: number
  /** -1 before the first fragment. */
  readonly f: number
  /** The window that moved. */
  readonly by: string
}

// In milliseconds; the largest deck takes a third of this.
const PATIENCE = 60_000

/** Gets what the server knows about this page; `version` is that of the page shown. Throws if the request fails. */
export async function fetchState(version: string): Promise<State> {
  const query = new URLSearchParams({ page: location.pathname, version })
  const response = await fetch(`/@hedgerow/state?${query}`, { cache: 'no-store', signal: AbortSignal.timeout(PATIENCE) })
  if (!response.ok) throw new Error(`the server answers ${response.status}`)
  return (await response.json()) as State
}

export function versionOf(page: Document): string {
  return page.documentElement.dataset['version'] ?? ''
}

/** Sends a command to the server, and returns its error message or an empty text. */
export async function sendCommand(what: 'open' | 'position' | 'fix', details: Readonly<Record<string, string | number>>): Promise<string> {
  const query = new URLSearchParams(Object.entries(details).map(([name, value]) => [name, String(value)]))
  query.set('page', location.pathname)
  const response = await fetch(`/@hedgerow/${what}?${query}`, { method: 'POST' })
  return response.status === 409 ? response.text() : ''
}
