import { createServer, type IncomingHttpHeaders, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { type Asked, type NewPad, openNoteStore, type Pad, sendPage, type ServerKind } from './pad-server-store.ts'
import { answerVersion1 } from './pad-server-v1.ts'
import { answerHackmd, answerVersion2 } from './pad-server-v2.ts'
import { failAs, type PadFault } from './pad-server-faults.ts'

/** A request that arrived at the server, and the status of the answer: 0 as long as there is none. */
export interface PadRequest {
  readonly method: string
  /** Path and query, as sent. */
  readonly path: string
  readonly headers: IncomingHttpHeaders
  readonly status: () => number
}

export interface PadServerOptions {
  /** HedgeDoc 1.12 if not given. */
  readonly kind?: ServerKind
  /** A loopback address. */
  readonly host?: string
  /** Where the server is installed, such as `/pads`; empty for the root. */
  readonly path?: string
  /** Whether a request for the page of an unknown pad creates it. */
  readonly freeUrls?: boolean
  /** The root that is in the addresses of uploads, with a slash at the end, for a server that has moved. */
  readonly uploadRoot?: string
  /** HedgeDoc 2: where `/media/<uuid>` redirects to, with a slash at the end; without it, the server sends the file. */
  readonly mediaStore?: string
  /** Every such answer is a 503. */
  readonly busyEvery?: number
  /** How to fail for a request; `undefined` to answer it. `count` starts at 1. */
  readonly fail?: (request: PadRequest, count: number) => PadFault | undefined
}

export interface PadServer {
  /** `http://127.0.0.1:<port>`. */
  readonly origin: string
  /** The root of the pads, with a slash at the end. */
  readonly root: string
  /** All requests so far, oldest first. */
  readonly requests: PadRequest[]
  /** Requests as `GET /path 200`. */
  readonly log: () => string[]
  /** How many sessions there are in the database of the server. */
  readonly sessions: () => number
  /** Names of pads that a GET request has created. */
  readonly created: readonly string[]
  /** Adds a pad. The server removes CR and a byte order mark, except with `asIs`. */
  readonly addPad: (pad: NewPad) => Pad
  /** Changes the text of a pad, by any of its names, and adds a revision. */
  readonly editPad: (name: string, text: string | ((text: string) => string)) => Pad
  /** Adds an upload and returns the address that the server writes into the text: absolute, relative in HedgeDoc 2. */
  readonly addUpload: (bytes: Uint8Array | string, options?: { readonly ending?: string; readonly name?: string }) => string
  readonly removeUpload: (address: string) => void
  /** Logs a user in; returns the `Cookie` header of the session. */
  readonly logIn: (user: string) => string
  /** An API token that the server accepts. */
  readonly token: string
  /** Replaces the rule for failures. */
  readonly setFail: (fail: PadServerOptions['fail']) => void
  readonly close: () => Promise<void>
}

const ANSWERS = { hedgedoc: answerVersion1, codimd: answerVersion1, hedgedoc2: answerVersion2, hackmd: answerHackmd } as const

/** Opens a server on loopback that answers as pad servers do. */
export async function openPadServer(options: PadServerOptions = {}): Promise<PadServer> {
  const { kind = 'hedgedoc', host = '127.0.0.1', path = '', freeUrls = true, busyEvery = Infinity } = options
  let { fail } = options
  const requests: PadRequest[] = []
  const created: string[] = []
  const store = openNoteStore()
  const server = createServer((request, response) => {
    const recorded = record(request, response)
    requests.push(recorded)
    const fault =
      fail?.(recorded, requests.length) ?? (requests.length % busyEvery === 0 ? ({ kind: 'status', status: 503 } as const) : undefined)
    const answer = () => answerInside({ request, response, store, kind, path, root, freeUrls, created, mediaStore: options.mediaStore })
    if (fault) failAs(fault, response, answer)
    else answer()
  })
  await new Promise((resolve) => server.listen(0, host, () => resolve(undefined)))
  const origin = `http://${host}:${(server.address() as AddressInfo).port}`
  const root = `${origin}${path}/`
  const uploadRoot = options.uploadRoot ?? (kind === 'hedgedoc2' ? '/' : root)

  return {
    origin,
    root,
    requests,
    log: () => requests.map((one) => `${one.method} ${one.path} ${one.status()}`),
    sessions: () => store.sessions(),
    created,
    addPad: (pad) => store.addPad(pad),
    editPad: (name, text) => store.editPad(name, text),
    addUpload: (bytes, file) => uploadRoot + (kind === 'hedgedoc2' ? 'media/' : 'uploads/') + encodeURI(store.addUpload(bytes, file)),
    removeUpload: (address) => store.removeUpload(decodeURIComponent(address.replace(/^.*\//, ''))),
    logIn: (user) => store.logIn(user),
    token: store.token,
    setFail(rule) {
      fail = rule
    },
    async close() {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(() => resolve(undefined)))
    },
  }
}

// A server that is installed below a path shares its host with other pages.
function answerInside(asked: Asked): void {
  const { request, response, path, kind } = asked
  if (!request.url?.startsWith(`${path}/`)) return sendPage(response, 404, 'This is another site')
  ANSWERS[kind](asked)
}

function record({ method = '', url: path = '', headers }: IncomingMessage, response: ServerResponse): PadRequest {
  return { method, path, headers, status: () => (response.headersSent ? response.statusCode : 0) }
}

export type { NewPad, Pad, PadFault }
