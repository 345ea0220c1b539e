import type { LinkState } from './link-state.ts'

/** What one check has found out about servers, so that those that do not answer are asked no more. */
export interface HostNotes {
  /** Why a host is asked no more, as the state of all its addresses; nothing where it may be asked. */
  readonly stateOf: (host: string) => LinkState | undefined
  readonly answered: (host: string, state: LinkState) => void
  /** There was no answer; `code` is that of the error. */
  readonly failed: (host: string, code: string, state: LinkState) => void
}

// The next question would end the same way.
const FOR_GOOD = /^(ECONNREFUSED|EHOSTUNREACH|ENETUNREACH|ENOTFOUND|EAI_\w+)$/
// An answer may be late once, or not come for one address alone.
const MOST_FAILURES = 2

/** Begins to keep notes of servers. */
export function openHostNotes(): HostNotes {
  const states = new Map<string, LinkState>()
  const failures = new Map<string, number>()
  return {
    stateOf: (host) => states.get(host),
    answered(host, state) {
      failures.delete(host)
      // A server that has had enough is left alone.
      if (state.kind === 'unknown' && state.isBusy) states.set(host, state)
    },
    failed(host, code, state) {
      const count = (failures.get(host) ?? 0) + 1
      failures.set(host, count)
      if (count >= MOST_FAILURES || FOR_GOOD.test(code)) states.set(host, state)
    },
  }
}
