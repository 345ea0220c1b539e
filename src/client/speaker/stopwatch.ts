const NAME = 'hedgerow-stopwatch'

/** The elapsed time of a talk, kept by a reload. */
export interface Stopwatch {
  readonly isRunning: () => boolean
  /** Whether it has run since the last reset. */
  readonly hasRun: () => boolean
  /** In seconds. */
  readonly elapsed: () => number
  readonly toggle: () => void
  readonly reset: () => void
}

interface State {
  /** Milliseconds from before it was last started. */
  readonly before: number
  readonly since: number | null
}

export function openStopwatch(session: string): Stopwatch {
  let state = read(session)
  const milliseconds = () => state.before + (state.since === null ? 0 : Date.now() - state.since)
  const set = (next: State) => {
    state = next
    keep(session, next)
  }
  return {
    isRunning: () => state.since !== null,
    hasRun: () => state.since !== null || state.before > 0,
    elapsed: () => milliseconds() / 1000,
    toggle: () => set(state.since === null ? { before: state.before, since: Date.now() } : { before: milliseconds(), since: null }),
    reset: () => set({ before: 0, since: null }),
  }
}

function read(session: string): State {
  try {
    // Written by `keep`; a value that is not a number is ignored.
    const { of, before, since } = JSON.parse(sessionStorage.getItem(NAME) ?? '{}') as { of?: unknown; before?: unknown; since?: unknown }
    if (of === session && typeof before === 'number') return { before, since: typeof since === 'number' ? since : null }
  } catch {
    // No storage.
  }
  return { before: 0, since: null }
}

function keep(session: string, state: State): void {
  try {
    sessionStorage.setItem(NAME, JSON.stringify({ of: session, ...state }))
  } catch {
    // Without storage, a reload starts at 0.
  }
}
