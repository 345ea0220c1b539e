import type { LookupFunction } from 'node:net'
import type { PadAddress } from '../../core/pads/pad-address.ts'
import type { PadProblem } from './pad-problem.ts'

/** What allows to read a pad that guests may not read. Sent to one origin only. */
export interface PadSecrets {
  /** A `Cookie` header: `connect.sid=…`. */
  readonly cookie?: string
  readonly token?: string
}

/** `version` is 1 also for CodiMD and HackMD. */
export interface PadText {
  readonly kind: 'text'
  /** The bytes as UTF-8, with a byte order mark where the pad has one. */
  readonly text: string
  readonly bytes: Uint8Array
  readonly etag?: string
  readonly version: 1 | 2
}

export interface PadFailure {
  readonly kind: 'failed'
  readonly problem: PadProblem
}

export type PadAnswer = PadText | { readonly kind: 'unchanged' } | PadFailure

export interface DownloadedFile {
  readonly kind: 'file'
  readonly bytes: Uint8Array
  /** The file ending that fits the bytes, such as `png`; missing if its format is not known. */
  readonly ending?: string
}

export type FileAnswer = DownloadedFile | PadFailure

export interface PadClient {
  /** Reads the text of a pad; `unchanged` if it still has the ETag that is known. */
  readonly readPad: (pad: PadAddress, known?: { readonly etag?: string }) => Promise<PadAnswer>
  /** When the newest revision was saved, in milliseconds since 1970; `undefined` if the server does not say. */
  readonly readRevision: (pad: PadAddress) => Promise<number | undefined>
  /** Downloads an image or another file; `pad` is the pad whose text names it. The bytes are checked to be such a file. */
  readonly download: (url: string, pad: PadAddress | undefined) => Promise<FileAnswer>
  /** Ends all requests. */
  readonly close: () => void
}

export interface PadClientOptions {
  /** The user agent of requests. */
  readonly agent: string
  /** Servers that the user has named, on the command line or in site.yaml: only they may have a private address. */
  readonly servers: readonly string[]
  /** Secrets by origin, such as `https://md.example.org`. */
  readonly secrets?: ReadonlyMap<string, PadSecrets>
  /** Whether requests to an IP address of any other server are allowed; by default, if it is public. */
  readonly isAllowed?: (address: string, port: number) => boolean
  /** Waits between attempts, in milliseconds. */
  readonly wait?: (milliseconds: number) => Promise<void>
  readonly now?: () => number
  readonly limits?: Partial<PadLimits>
  /** Resolves names. */
  readonly lookup?: LookupFunction
  /** The API of HackMD, for tests. */
  readonly hackmd?: Hackmd
}

/** HackMD has its pages and its API at two origins. */
export interface Hackmd {
  readonly pages: string
  readonly api: string
}

/** Bytes and milliseconds. */
export interface PadLimits {
  readonly textBytes: number
  readonly fileBytes: number
  /** Until the answer begins, and for all of a text. */
  readonly answerTime: number
  /** Without a byte. */
  readonly stallTime: number
  /** For all of a file. */
  readonly fileTime: number
}

export const PAD_LIMITS: PadLimits = {
  textBytes: 4 * 1024 * 1024,
  fileBytes: 50 * 1024 * 1024,
  answerTime: 20_000,
  stallTime: 10_000,
  fileTime: 300_000,
}
