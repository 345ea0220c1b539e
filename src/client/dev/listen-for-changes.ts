const NAME = 'hedgerow-changes'

// In milliseconds.
const PAUSE = 1000

/**
 * Calls `onChange` after each change, one call at a time, and once at the start. One page of a browser listens for all of them, since a
 * browser opens at most six connections to a server; when it is closed, the next page takes over.
 */
export function listenForChanges(onChange: () => Promise<void>): void {
  let isBusy = false
  let isWaiting = false
  const update = async () => {
    isWaiting = true
    if (isBusy) return
    isBusy = true
    while (isWaiting) {
      isWaiting = false
      try {
        await onChange()
      } catch {
        // Try again: the server reports a change only once.
        setTimeout(() => void update(), PAUSE)
      }
    }
    isBusy = false
  }
  const channel = new BroadcastChannel(NAME)
  channel.addEventListener('message', () => void update())
  const listen = () => {
    const stream = new EventSource('/@hedgerow/changes')
    const announce = () => {
      channel.postMessage('changed')
      void update()
    }
    stream.addEventListener('message', announce)
    // Changes before the connection was opened are not reported.
    stream.addEventListener('open', announce)
  }
  void update()
  // Locks are missing on pages that another machine opens over plain HTTP.
  const locks = 'locks' in navigator ? navigator.locks : undefined
  if (locks) void locks.request(NAME, () => new Promise(listen))
  else listen()
}
