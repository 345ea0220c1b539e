import { isUtf8 } from 'node:buffer'
import type { PadAddress } from '../../core/pads/pad-address.ts'
import type { Hackmd, PadAnswer, PadFailure, PadSecrets } from './pad-client-types.ts'
import { isRecord } from '../cache.ts'
import { NEEDS_TOKEN, padProblem, unnamedServer } from './pad-problem.ts'
import { isSameKind, type PadRoute, padUrls, secureUrl } from './pad-requests.ts'
import { failed, type Reply, type SendPolitely } from './send-politely.ts'

export interface PadReading {
  readonly send: SendPolitely
  readonly secretsOf: (origin: string) => PadSecrets
  /** Whether the user has named a server. */
  readonly isNamed: (url: URL) => boolean
  /** What speaks at which server, as far as is known. */
  readonly routes: Map<string, PadRoute>
  readonly hackmd: Hackmd
  /** Bytes, and milliseconds. */
  readonly limits: { readonly textBytes: number; readonly answerTime: number }
}

const MOST_NAMES = 3

/** Reads the text of a pad, in the way of its server. */
export async function readPad(pad: PadAddress, etag: string | undefined, reading: PadReading): Promise<PadAnswer> {
  const route = reading.routes.get(pad.server) ?? firstRoute(pad, reading)
  const reply = await ask(pad, route, { etag, reading })
  if (reply.kind === 'failed') return reply
  if (route === 'version1' && isForeign(reply)) {
    // HedgeDoc 2 has other addresses, and says in JSON that it wants a token.
    const other = await ask(pad, 'version2', { etag, reading })
    if (other.kind === 'reply' && isVersion2(other)) {
      reading.routes.set(pad.server, 'version2')
      return answerOf(other, { pad, route: 'version2', etag, reading })
    }
  }
  if (reply.status === 200) reading.routes.set(pad.server, route)
  return answerOf(reply, { pad, route, etag, reading })
}

/** When the newest revision was saved, in milliseconds since 1970; `undefined` if the server does not say. */
export async function readRevision(pad: PadAddress, reading: PadReading): Promise<number | undefined> {
  const route = reading.routes.get(pad.server) ?? firstRoute(pad, reading)
  const url = padUrls(pad, route, reading.hackmd)?.revisions
  if (!url) return undefined
  const reply = await sendTo(url, reading)
  if (reply.kind === 'failed' || reply.status !== 200) return undefined
  const times = timesOf(parseJson(reply.bytes)).filter((time) => Number.isFinite(time) && time > 0)
  return times.length === 0 ? undefined : Math.max(...times.slice(0, 10_000))
}

function firstRoute({ server }: PadAddress, { hackmd, secretsOf }: PadReading): PadRoute {
  if (new URL(server).origin !== hackmd.pages) return 'version1'
  return secretsOf(hackmd.api).token === undefined ? 'hackmd' : 'hackmd-api'
}

interface Asking {
  readonly etag: string | undefined
  readonly reading: PadReading
}

// Follows only redirects to another name of the same pad.
async function ask(pad: PadAddress, route: PadRoute, { etag, reading }: Asking): Promise<Reply | PadFailure> {
  const urls = padUrls(pad, route, reading.hackmd)
  if (!urls) return failed(padProblem('address', 'the address does not name a pad'))
  let url = urls.text
  for (let names = 0; ; names += 1) {
    const reply: Reply | PadFailure = await sendTo(url, reading, etag)
    const to = reply.kind === 'reply' ? redirectIn(url, reply) : undefined
    if (!to || !isSameKind(to, pad) || names >= MOST_NAMES) return reply
    url = to
  }
}

async function sendTo(written: URL, { send, isNamed, limits }: PadReading, etag?: string): Promise<Reply | PadFailure> {
  const url = secureUrl(written.href)
  // The cache control is what makes servers answer 304.
  const headers: Readonly<Record<string, string>> = isEtag(etag) ? { 'if-none-match': etag, 'cache-control': 'max-age=0' } : {}
  const reply = await send({ url, headers, isOwn: true, mayBePrivate: isNamed(url), most: limits.textBytes, time: limits.answerTime })
  const isUnnamed = reply.kind === 'failed' && reply.problem.kind === 'private'
  return isUnnamed ? failed(unnamedServer(url.host)) : reply
}

const isEtag = (etag: string | undefined): etag is string => etag !== undefined && /^(W\/)?"[\x21\x23-\x7e]{0,200}"$/.test(etag)

function redirectIn(url: URL, { status, headers: { location } }: Reply): URL | undefined {
  return status >= 300 && status < 400 && location !== undefined && URL.canParse(location, url.href)
    ? secureUrl(new URL(location, url).href)
    : undefined
}

const typeOf = ({ headers }: Reply) => (headers['content-type'] ?? '').split(';', 1)[0]?.trim().toLowerCase() ?? ''
const isForeign = (reply: Reply) =>
  reply.headers['hedgedoc-version'] === undefined && (reply.status === 404 || (reply.status === 200 && typeOf(reply) === 'text/html'))
const isVersion2 = (reply: Reply) =>
  reply.status === 304 || typeOf(reply) === 'application/json' || (reply.status === 200 && isMarkdown(reply))
const isMarkdown = (reply: Reply) => /^text\/(x-)?markdown$/.test(typeOf(reply))

interface Answering extends Asking {
  readonly pad: PadAddress
  readonly route: PadRoute
}

function answerOf(reply: Reply, answering: Answering): PadAnswer {
  const { status } = reply
  if (status === 200) return textOf(reply, answering.route)
  if (status === 304 && isEtag(answering.etag)) return { kind: 'unchanged' }
  if (status === 404 || status === 410) return failed(padProblem('missing', 'pad'))
  if (status === 401 || status === 403 || (status >= 300 && status < 400 && status !== 304)) return notReadable(reply, answering)
  return failed(padProblem('answer', `${status}`))
}

function notReadable(reply: Reply, { pad, route, reading }: Answering): PadFailure {
  const root = secureUrl(pad.server)
  const to = redirectIn(root, reply)
  const isElsewhere = to !== undefined && to.origin !== root.origin && /^https?:$/.test(to.protocol) && to.pathname.endsWith('/download')
  if (isElsewhere) return failed(padProblem('moved', `${to.origin}${to.pathname.replace(/\/download$/, '')}`))
  const { cookie, token } = reading.secretsOf(route === 'hackmd-api' ? reading.hackmd.api : root.origin)
  if (route === 'version2') return failed(token === undefined ? NEEDS_TOKEN : padProblem('refused', 'your API token'))
  if (token !== undefined && route === 'hackmd-api') return failed(padProblem('refused', 'your API token'))
  return failed(cookie === undefined ? padProblem('guests') : padProblem('refused', 'your session'))
}

function textOf(reply: Reply, route: PadRoute): PadAnswer {
  const { etag } = reply.headers
  const bytes = route === 'hackmd-api' ? contentOf(reply) : isMarkdown(reply) ? reply.bytes : undefined
  if (!bytes)
    return failed(padProblem('type', `the server sent ${isPage(reply) ? 'a web page' : `"${shown(typeOf(reply))}"`} instead of Markdown`))
  if (!isUtf8(bytes)) return failed(padProblem('type', 'the text of the pad is not valid UTF-8'))
  const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes)
  if (/^[\ufeff\s]*<!doctype\s+html/i.test(text)) return failed(padProblem('type', 'the server sent a web page instead of Markdown'))
  return { kind: 'text', text, bytes, version: route === 'version2' ? 2 : 1, ...(isEtag(etag) ? { etag } : {}) }
}

const isPage = (reply: Reply) => /^(text\/html|application\/xhtml\+xml)$/.test(typeOf(reply))
const shown = (type: string) => type.replace(/[^\w.+/-]/g, '').slice(0, 60) || 'an unknown type'

// The API of HackMD sends the text inside JSON.
function contentOf(reply: Reply): Uint8Array | undefined {
  const value = typeOf(reply) === 'application/json' ? parseJson(reply.bytes) : undefined
  return isRecord(value) && typeof value['content'] === 'string' ? Buffer.from(value['content']) : undefined
}

function timesOf(value: unknown): readonly number[] {
  if (Array.isArray(value)) return value.map((one: unknown) => (isRecord(one) ? Date.parse(String(one['createdAt'])) : NaN))
  if (!isRecord(value)) return []
  const { revision, lastChangedAt } = value
  if (Array.isArray(revision)) return revision.map((one: unknown) => (isRecord(one) ? Number(one['time']) : NaN))
  return [Number(lastChangedAt)]
}

function parseJson(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(Buffer.from(bytes).toString('utf8'))
  } catch {
    return undefined
  }
}
