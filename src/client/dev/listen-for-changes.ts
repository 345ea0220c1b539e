const NAME = 'hedgerow-changes'

// In milliseconds.
const PAUSE = 1000

/**
 * Calls `onChange` after each change, one call at a time, and once at the beginning. One page of a browser hears for all,
 * since a browser keeps no more than six connections to a server; the next takes over when it is closed.
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
        // What could not be shown is asked for again: nobody will tell of it once more.
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
    // What happened before is not told again.
    stream.addEventListener('open', announce)
  }
  void update()
  // There are none on a page that another machine shows over plain HTTP.
  const locks = 'locks' in navigator ? navigator.locks : undefined
  if (locks) void locks.request(NAME, () => new Promise(listen))
  else listen()
}
