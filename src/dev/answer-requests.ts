import type { IncomingMessage, ServerResponse } from 'node:http'
import path from 'node:path'
import { contentType } from '../core/files.ts'
import { sha256 } from '../node/files/sha256.ts'
import type { DevMessages } from './dev-messages.ts'
import type { Answer } from './answer.ts'
import type { DevPages } from './dev-pages.ts'
import { isFromOwnMachine, isFromOwnPage, type RefuseOtherHosts } from './guard-requests.ts'
import { sendFile } from './send-file.ts'

interface RequestContext {
  readonly refuse: RefuseOtherHosts
  readonly root: string
  readonly streams: EventStream
  /** Files other than decks that have changed, and how often. */
  readonly changed: ReadonlyMap<string, number>
}

interface Command {
  readonly query: URLSearchParams
  readonly request: IncomingMessage
  readonly end: (status: number, text?: string) => void
  readonly next: () => void
}

type Handler = (request: IncomingMessage, response: ServerResponse, next: () => void) => void

const API = '/@hedgerow/'
const NOTHING: DevMessages = { isCurrent: false, lines: [], messages: [] }

/** Answers every request to the development server; refuses those that do not come from one of its own pages. */
export function answerRequests(pages: DevPages, { refuse, root, streams, changed }: RequestContext): Handler {
  let position: Position | undefined

  // `next` passes the request to Vite, which can open many editors.
  const runCommand = async (what: string, { query, request, end, next }: Command): Promise<void> => {
    const file = await pages.fileOf(query.get('page') ?? '')
    if (what === 'fix') {
      const message = { code: query.get('code') ?? '', line: Number(query.get('line')) }
      const fixing = await pages.fix(query.get('page') ?? '', message)
      return typeof fixing === 'object' ? end(409, fixing.problem) : end(fixing === 'done' ? 204 : 404)
    }
    const moved = what === 'position' ? readPosition(query) : undefined
    if (file === undefined || (what !== 'open' && !moved)) return end(404)
    if (moved) {
      position = moved
      streams.notify()
      return end(204)
    }
    const line = /^\d{1,7}$/.test(query.get('line') ?? '') ? query.get('line') : '1'
    request.url = `/__open-in-editor?file=${encodeURIComponent(`${path.resolve(root, file)}:${line}:1`)}`
    return next()
  }

  const stateOf = async (query: URLSearchParams, request: IncomingMessage): Promise<object> => {
    const page = query.get('page') ?? ''
    const known = (await pages.messages(page)) ?? NOTHING
    const messages = known.messages.map((message) => ({ ...message, isFixable: message.isFixable && isFromOwnMachine(request) }))
    const now = await pages.find(page)
    const isNewer = 'html' in now && (now.status === 200 || now.status === 503) && versionOf(now.html) !== query.get('version')
    return {
      ...known,
      messages,
      changed: Object.fromEntries(changed),
      position,
      html: isNewer ? withVersion(now.html) : undefined,
    }
  }

  return (request, response, next) => {
    const [pathname = '/', question = ''] = (request.url ?? '/').replace(/#.*$/s, '').split(/\?(.*)/s)
    const end = (status: number, text = '') => {
      response.statusCode = status
      if (text !== '') response.setHeader('content-type', 'text/plain; charset=utf-8')
      response.end(text)
    }
    // An error in one request is reported in its answer and does not end others.
    const fail = (cause: unknown) => (response.headersSent ? response.destroy() : send(request, response, pages.failed(pathname, cause)))
    if (refuse(request, response)) return undefined
    const query = new URLSearchParams(question)
    if (request.method === 'POST' && pathname.startsWith(API) && isFromOwnPage(request)) {
      // Viewers on other machines may read, but not change files or move windows.
      if (!isFromOwnMachine(request)) return end(403)
      runCommand(pathname.slice(API.length), { query, request, end, next }).catch(fail)
      return undefined
    }
    if (request.method !== 'GET' && request.method !== 'HEAD') return end(405)
    if (pathname === `${API}changes`) return streams.add(response)
    if (pathname === `${API}state`) {
      stateOf(query, request)
        .then((state) => send(request, response, { status: 200, content: JSON.stringify(state), type: 'application/json' }))
        .catch(fail)
      return undefined
    }
    pages
      .find(pathname)
      .then((answer) => send(request, response, answer))
      .catch(fail)
    return undefined
  }
}

function versionOf(html: string): string {
  return sha256(html).slice(0, 16)
}

// Lets an open page tell whether there is a newer version.
function withVersion(html: string): string {
  return html.replace('<html ', `<html data-version="${versionOf(html)}" `)
}

function send(request: IncomingMessage, response: ServerResponse, found: Answer): void {
  response.statusCode = found.status
  if ('html' in found) {
    response.setHeader('content-type', 'text/html; charset=utf-8')
    response.end(withVersion(found.html))
    return
  }
  if ('content' in found) {
    response.setHeader('content-type', found.type)
    response.end(found.content)
    return
  }
  sendFile(request, response, { file: found.file, type: contentType(found.file) })
}

/** The open connections to pages that are notified of changes. */
export interface EventStream {
  readonly add: (response: ServerResponse) => void
  /** Reports that something has changed, never what: the page then asks, and only our own pages can read the answer. */
  readonly notify: () => void
}

export function openEventStream(): EventStream {
  const open = new Set<ServerResponse>()
  return {
    add(response) {
      response.setHeader('content-type', 'text/event-stream')
      // Some proxies collect what is sent until it is worth passing on.
      response.setHeader('x-accel-buffering', 'no')
      response.flushHeaders()
      open.add(response)
      response.on('close', () => open.delete(response))
    },
    notify() {
      for (const response of open) response.write('data: changed\n\n')
    },
  }
}

/** The position of a window that other windows follow. */
export interface Position {
  readonly page: string
  readonly h: number
  readonly v: number
  /** -1 before the first fragment. */
  readonly f: number
  readonly by: string
}

/** The position in the query of a request; `undefined` if it is not valid. */
export function readPosition(query: URLSearchParams): Position | undefined {
  const page = query.get('page') ?? ''
  const by = query.get('by') ?? ''
  const [h, v, f] = ['h', 'v', 'f'].map((name) => (/^(-1|\d{1,4})$/.test(query.get(name) ?? '') ? Number(query.get(name)) : undefined))
  if (h === undefined || v === undefined || f === undefined || h < 0 || v < 0) return undefined
  return /^\/(?!\/)[^\\]{0,500}$/.test(page) && /^[\w-]{1,40}$/.test(by) ? { page, h, v, f, by } : undefined
}
