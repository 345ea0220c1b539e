import { isRecord } from '../cache.ts'

/** What is known of an address. */
export type LinkState =
  | { readonly kind: 'alive' }
  /** It redirects permanently. */
  | { readonly kind: 'moved'; readonly to: string }
  | { readonly kind: 'dead'; readonly why: string }
  /** It could not be checked, and why. */
  | { readonly kind: 'unknown'; readonly why: string; readonly isBusy?: boolean }

/** The state of an address, and when it was requested: milliseconds since 1970. */
export interface KnownLink {
  readonly at: number
  readonly state: LinkState
}

/** Whether a value read from a file is the state of an address. */
export function isKnownLink(value: unknown): value is KnownLink {
  return isRecord(value) && Number.isFinite(value['at']) && isState(value['state'])
}

function isState(value: unknown): value is LinkState {
  if (!isRecord(value)) return false
  const { kind, to, why } = value
  if (kind === 'moved') return typeof to === 'string' && URL.canParse(to)
  return kind === 'alive' || ((kind === 'dead' || kind === 'unknown') && typeof why === 'string')
}

/** What one check knows of servers, so that it skips those that do not answer. */
export interface HostNotes {
  /** Why a host is skipped, as the state of all its addresses; `undefined` if it is not. */
  readonly stateOf: (host: string) => LinkState | undefined
  readonly answered: (host: string, state: LinkState) => void
  /** There was no answer; `code` is that of the error. */
  readonly failed: (host: string, code: string, state: LinkState) => void
}

// The next request would fail in the same way.
const FOR_GOOD = /^(ECONNREFUSED|EHOSTUNREACH|ENETUNREACH|ENOTFOUND|EAI_\w+)$/
// A single request may be late, or fail for its address only.
const MOST_FAILURES = 2

/** Starts empty notes of servers. */
export function openHostNotes(): HostNotes {
  const states = new Map<string, LinkState>()
  const failures = new Map<string, number>()
  return {
    stateOf: (host) => states.get(host),
    answered(host, state) {
      failures.delete(host)
      // After a 429 or 503, skip the other links to this server.
      if (state.kind === 'unknown' && state.isBusy) states.set(host, state)
    },
    failed(host, code, state) {
      const count = (failures.get(host) ?? 0) + 1
      failures.set(host, count)
      if (count >= MOST_FAILURES || FOR_GOOD.test(code)) states.set(host, state)
    },
  }
}
