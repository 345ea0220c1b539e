import type { LinkState } from './link-state.ts'

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
