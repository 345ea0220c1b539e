/** Where messages to other windows of this site may go. Pages from disk have no origin that could be named. */
export const ORIGIN = location.protocol === 'file:' ? '*' : location.origin

/** Whether a window opened this one or was opened by it. */
export function isNear(source: MessageEventSource | null): source is Window {
  if (source === null || source === window || !('opener' in source)) return false
  return source === window.opener || source.opener === window
}
