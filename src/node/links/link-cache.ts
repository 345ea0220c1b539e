import { isRecord } from '../files/is-record.ts'
import { openJsonCache } from '../json-cache.ts'
import type { JsonCache } from '../json-cache.ts'
import type { LinkState } from './link-state.ts'

/** The state of an address, and when it was asked: milliseconds since 1970. */
export interface KnownLink {
  readonly at: number
  readonly state: LinkState
}

const BYTES = 100_000_000

/** Keeps the state of addresses in a folder, which need not exist. */
export function openLinkCache(folder: string): JsonCache<KnownLink> {
  return openJsonCache(folder, BYTES, isKnownLink)
}

function isKnownLink(value: unknown): value is KnownLink {
  return isRecord(value) && Number.isFinite(value['at']) && isState(value['state'])
}

function isState(value: unknown): value is LinkState {
  if (!isRecord(value)) return false
  const { kind, to, why } = value
  if (kind === 'moved') return typeof to === 'string' && URL.canParse(to)
  return kind === 'alive' || ((kind === 'dead' || kind === 'unknown') && typeof why === 'string')
}
