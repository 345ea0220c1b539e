import type { PadAddress } from '../../core/pads/pad-address.ts'
import { downloadFile } from './download-file.ts'
import { PAD_LIMITS, type PadClient, type PadClientOptions, type PadSecrets } from './pad-client-types.ts'
import { HACKMD, type PadRoute, secureUrl } from './pad-requests.ts'
import { readPad, readRevision } from './read-pad.ts'
import { openPoliteSender } from './send-politely.ts'

export {
  type DownloadedFile,
  type FileAnswer,
  PAD_LIMITS,
  type PadAnswer,
  type PadClient,
  type PadClientOptions,
  type PadFailure,
  type PadLimits,
  type PadSecrets,
  type PadText,
} from './pad-client-types.ts'

/** Opens a client of pad servers for one run: it keeps one session for each server, and sends one request at a time to each. */
export function openPadClient(options: PadClientOptions): PadClient {
  const closing = new AbortController()
  const limits = { ...PAD_LIMITS, ...options.limits }
  const hackmd = options.hackmd ?? HACKMD
  const secrets = withApi(options.secrets ?? new Map<string, PadSecrets>(), hackmd)
  const send = openPoliteSender({ ...options, secrets, limits, signal: closing.signal })
  const named = new Set(options.servers.filter((server) => URL.canParse(server)).map((server) => secureUrl(server).origin))
  const isNamed = (url: URL) => named.has(url.origin)
  // Roots of servers at which there are pads.
  const servers = new Set<string>()
  const reading = {
    send,
    isNamed,
    limits,
    hackmd,
    routes: new Map<string, PadRoute>(),
    secretsOf: (origin: string) => secrets.get(origin) ?? {},
  }
  const know = ({ server }: PadAddress) => servers.add(server)
  return {
    readPad(pad, { etag } = {}) {
      know(pad)
      return readPad(pad, etag, reading)
    },
    readRevision: (pad) => readRevision(pad, reading),
    download(url, pad) {
      if (pad) know(pad)
      return downloadFile(url, pad, { send, isNamed, limits, servers: () => [...servers] })
    },
    close: () => closing.abort(),
  }
}

// Requests use https where they can, so the secrets are for that. The API of HackMD takes the token that was made there; the session belongs to the pages.
function withApi(given: ReadonlyMap<string, PadSecrets>, { pages, api }: typeof HACKMD): ReadonlyMap<string, PadSecrets> {
  const known = new Map([...given].map(([origin, secrets]) => [URL.canParse(origin) ? secureUrl(origin).origin : origin, secrets]))
  const token = known.get(api)?.token ?? known.get(pages)?.token
  const { cookie } = known.get(pages) ?? {}
  const own: readonly (readonly [string, PadSecrets])[] = token === undefined ? [] : [[api, { token }]]
  const ofPages: readonly (readonly [string, PadSecrets])[] = pages === api ? [] : [[pages, cookie === undefined ? {} : { cookie }]]
  return new Map([...known, ...ofPages, ...own])
}
