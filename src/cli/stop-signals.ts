/** What tells a command to stop, with the exit status of one that did: 128 and the number of the signal. SIGBREAK is Ctrl+Break of Windows. */
export const STOP_SIGNALS = [
  ['SIGHUP', 129],
  ['SIGINT', 130],
  ['SIGTERM', 143],
  ['SIGBREAK', 149],
] as const
