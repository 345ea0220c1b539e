/** What the server knows of the page, in the shape of `DevMessages`. */
export interface State {
  readonly isCurrent: boolean
  readonly lines: readonly number[]
  readonly messages: readonly Message[]
  /** Files that have changed since the server was started, and how often. */
  readonly changed: Readonly<Record<string, number>>
  /** Where those are who stay in step. */
  readonly position?: Position
  /** The whole page in HTML, where it is not what this one is. */
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
  /** The server can mend it in the file. */
  readonly isMendable: boolean
  /** 0-based. */
  readonly slide?: number
}

export interface Position {
  readonly page: string
  readonly h: number
  readonly v: number
  /** -1 before the first fragment. */
  readonly f: number
  /** Who went there. */
  readonly by: string
}

// In milliseconds. The largest deck takes a third of it.
const PATIENCE = 60_000

/** What the server says about this page now; `version` is that of what is shown. Throws where it cannot say. */
export async function fetchState(version: string): Promise<State> {
  const query = new URLSearchParams({ page: location.pathname, version })
  const response = await fetch(`/@hedgerow/state?${query}`, { cache: 'no-store', signal: AbortSignal.timeout(PATIENCE) })
  if (!response.ok) throw new Error(`the server answers ${response.status}`)
  return (await response.json()) as State
}

/** The version of a page of the development server. */
export function versionOf(page: Document): string {
  return page.documentElement.dataset['version'] ?? ''
}

/** Has something done by the server; gives what there is to say about it. */
export async function sendCommand(what: 'open' | 'position' | 'mend', details: Readonly<Record<string, string | number>>): Promise<string> {
  const query = new URLSearchParams(Object.entries(details).map(([name, value]) => [name, String(value)]))
  query.set('page', location.pathname)
  const response = await fetch(`/@hedgerow/${what}?${query}`, { method: 'POST' })
  return response.status === 409 ? response.text() : ''
}
