import { isNear, ORIGIN } from '../message-origins.ts'
import { type Message, readMessage } from './messages.ts'

export interface Channel {
  readonly send: (message: Message) => void
}

/**
 * Connects the windows of one talk, all of one origin; only they know `session`. Pages from disk have no common origin: there, messages go
 * to the window that opened this one, and to those that it opened.
 */
export function openChannel(session: string, receive: (message: Message) => void): Channel {
  const take = (data: unknown) => {
    const message = readMessage(data)
    if (message) receive(message)
  }
  if (location.protocol !== 'file:' && 'BroadcastChannel' in window) {
    const channel = new BroadcastChannel(`hedgerow-${session}`)
    channel.addEventListener('message', ({ data }) => take(data))
    return { send: (message) => channel.postMessage(message) }
  }
  const others = new Set<Window>(window.opener ? [window.opener as Window] : [])
  addEventListener('message', ({ source, data }: MessageEvent<unknown>) => {
    if (!isNear(source) || !isOf(session, data)) return
    others.add(source)
    take(data)
  })
  return {
    send: (message) => {
      for (const other of others) other.postMessage({ ...message, session }, ORIGIN)
    },
  }
}

function isOf(session: string, data: unknown): boolean {
  return typeof data === 'object' && data !== null && 'session' in data && data.session === session
}
