/** The target origin of messages to other windows of this site. Pages from disk have no origin to name. */
export const ORIGIN = location.protocol === 'file:' ? '*' : location.origin

/** Whether a window is a frame of this one. */
export function isInside(source: MessageEventSource | null): boolean {
  return source !== null && 'parent' in source && source.parent === window && source !== window
}

/** Whether a window opened this one or was opened by it. */
export function isNear(source: MessageEventSource | null): source is Window {
  if (source === null || source === window || !('opener' in source)) return false
  return source === window.opener || source.opener === window
}

/** Drops window messages from other origins. */
export function guardMessages(): void {
  addEventListener(
    'message',
    (event) => {
      if (event.origin !== location.origin && !isFromDisk(event)) event.stopImmediatePropagation()
    },
    { capture: true },
  )
}

// From disk every page has an origin of its own, so the window that sent the message is checked instead.
function isFromDisk({ origin, source }: MessageEvent): boolean {
  return location.protocol === 'file:' && origin === 'null' && (source === parent || isNear(source) || isInside(source))
}
