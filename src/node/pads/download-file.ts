import type { PadAddress } from '../../core/pads/pad-address.ts'
import type { FileAnswer, PadFailure } from './pad-client-types.ts'
import { explainFormat, formatOf } from './file-format.ts'
import { padProblem, type PadProblem } from './pad-problem.ts'
import { secureUrl } from './pad-requests.ts'
import { failed, type Reply, type SendPolitely } from './send-politely.ts'

export interface Downloading {
  readonly send: SendPolitely
  readonly isNamed: (url: URL) => boolean
  /** The roots of all pad servers that are known. */
  readonly servers: () => readonly string[]
  /** Bytes, and milliseconds. */
  readonly limits: { readonly fileBytes: number; readonly fileTime: number }
}

const MOST_MOVES = 5
const NOT_AN_UPLOAD = padProblem('address', 'this is the address of a page of the pad server, not of a file')

// An upload under the name that pad servers give: no other file has it.
const GENERATED = /\/uploads\/((?:upload_)?[\da-f]{8}-?(?:[\da-f]{4}-?){3}[\da-f]{12}\.\w{1,5})$/i

/** Downloads a file that the text of a pad names; what its bytes are is checked. */
export async function downloadFile(written: string, pad: PadAddress | undefined, downloading: Downloading): Promise<FileAnswer> {
  if (!URL.canParse(written)) return failed(padProblem('address', 'this is not a web address'))
  const answer = await download(written, pad, downloading)
  const [, name] = GENERATED.exec(new URL(written).pathname) ?? []
  if (answer.kind === 'file' || !pad || name === undefined) return answer
  // A server that has moved leaves its old host in the text of its pads.
  const moved = new URL(`uploads/${name}`, pad.server).href
  const isOwn = secureUrl(written).origin === secureUrl(moved).origin
  if (isOwn || !/^(unreachable|private|insecure|missing)$/.test(answer.problem.kind)) return answer
  const again = await download(moved, pad, downloading)
  return again.kind === 'file' ? again : answer
}

async function download(written: string, pad: PadAddress | undefined, downloading: Downloading): Promise<FileAnswer> {
  let url = secureUrl(written)
  // Behind a redirect to another server, no answer is trusted to lead back to the pad's own.
  let isOwn = pad !== undefined && url.origin === secureUrl(pad.server).origin
  for (let moves = 0; ; moves += 1) {
    const reply = await ask(url, { pad, isOwn, downloading })
    if (reply.kind === 'failed') return reply
    if (reply.status < 300 || reply.status >= 400) return answerOf(reply, url, written)
    const { location } = reply.headers
    if (location === undefined || !URL.canParse(location, url.href))
      return failed(padProblem('answer', `${reply.status} without an address`))
    if (moves >= MOST_MOVES) return failed(padProblem('answer', `with more than ${MOST_MOVES} redirects`))
    const to = secureUrl(new URL(location, url).href)
    if (url.protocol === 'https:' && to.protocol !== 'https:') return failed(padProblem('insecure', to.host))
    if (isOwn && to.origin === url.origin && isPage(to, downloading.servers()))
      return failed(padProblem('missing', 'file, or guests cannot read it'))
    isOwn &&= to.origin === url.origin
    url = to
  }
}

interface Asking {
  readonly pad: PadAddress | undefined
  readonly isOwn: boolean
  readonly downloading: Downloading
}

async function ask(url: URL, { pad, isOwn, downloading }: Asking): Promise<Reply | PadFailure> {
  const { send, isNamed, servers, limits } = downloading
  const problem = explainAddress(url, servers())
  if (problem) return failed(problem)
  const target = new URL(url)
  target.hash = ''
  return send({
    url: target,
    isOwn: isOwn && pad !== undefined && isUpload(url, pad.server),
    mayBePrivate: (isOwn || pad === undefined) && isNamed(url),
    most: limits.fileBytes,
    time: limits.fileTime,
  })
}

function explainAddress(url: URL, servers: readonly string[]): PadProblem | undefined {
  if (url.protocol !== 'https:' && url.protocol !== 'http:')
    return padProblem('address', `addresses with "${url.protocol}" cannot be requested`)
  if (url.username !== '' || url.password !== '') return padProblem('address', 'the address contains a user name or a password')
  // A request for a page could create a pad, or end the session.
  return isPage(url, servers) ? NOT_AN_UPLOAD : undefined
}

function isPage(url: URL, servers: readonly string[]): boolean {
  const own = servers.filter((server) => isBelow(url, server))
  return own.length > 0 && !own.some((server) => isUpload(url, server))
}

const isBelow = (url: URL, server: string) => {
  const root = secureUrl(server)
  return url.origin === root.origin && `${url.pathname}/`.startsWith(root.pathname)
}

/** Where pad servers keep files; everything else there are pads and pages. */
function isUpload(url: URL, server: string): boolean {
  return isBelow(url, server) && /^(_?uploads|media)\/./.test(url.pathname.slice(secureUrl(server).pathname.length))
}

function answerOf({ status, bytes }: Reply, { pathname }: URL, written: string): FileAnswer {
  if (status === 404 || status === 410) return failed(padProblem('missing', 'file'))
  if (status !== 200) return failed(padProblem('answer', `${status}`))
  const format = formatOf(bytes)
  const name = [pathname, new URL(written).pathname].find((path) => /\.\w+$/.test(path)) ?? ''
  const why = explainFormat(format, name)
  if (why !== undefined) return failed(padProblem('type', why))
  return { kind: 'file', bytes, ...(format.kind === 'known' ? { ending: format.ending } : {}) }
}
