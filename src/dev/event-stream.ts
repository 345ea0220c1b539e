import type { ServerResponse } from 'node:http'

/** The pages that hear of changes. */
export interface EventStream {
  readonly add: (response: ServerResponse) => void
  /** Reports that something has changed, never what: only pages that may read the answer ask for it. */
  readonly tell: () => void
}

export function openEventStream(): EventStream {
  const open = new Set<ServerResponse>()
  return {
    add(response) {
      response.setHeader('content-type', 'text/event-stream')
      response.flushHeaders()
      open.add(response)
      response.on('close', () => open.delete(response))
    },
    tell() {
      for (const response of open) response.write('data: changed\n\n')
    },
  }
}
