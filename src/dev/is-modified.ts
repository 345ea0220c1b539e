import type { IncomingHttpHeaders } from 'node:http'

/** A version of a file. */
export interface FileVersion {
  /** Its entity tag, in quotes. */
  readonly tag: string
  readonly modified: Date
}

/** Whether a client does not yet have this version, as far as its request says. */
export function isModified(headers: IncomingHttpHeaders, { tag, modified }: FileVersion): boolean {
  const known = headers['if-none-match']
  if (known !== undefined) return known.trim() !== '*' && !known.split(',').some((one) => one.trim().replace(/^W\//, '') === tag)
  const since = Date.parse(headers['if-modified-since'] ?? '')
  return Number.isNaN(since) || inSeconds(modified.getTime()) > inSeconds(since)
}

/** Whether the version of which a client has a part is still this one; true if it does not ask. */
export function isSameVersion(headers: IncomingHttpHeaders, { tag, modified }: FileVersion): boolean {
  const known = headers['if-range']
  if (known === undefined) return true
  return typeof known === 'string' && (known === tag || inSeconds(Date.parse(known)) === inSeconds(modified.getTime()))
}

// HTTP dates have no parts of seconds.
const inSeconds = (milliseconds: number) => Math.floor(milliseconds / 1000)
