import { isRecord } from '../files/is-record.ts'

/** What is known of an address. */
export type LinkState =
  | { readonly kind: 'alive' }
  /** It redirects permanently. */
  | { readonly kind: 'moved'; readonly to: string }
  | { readonly kind: 'dead'; readonly why: string }
  /** It could not be checked, and why. */
  | { readonly kind: 'unknown'; readonly why: string; readonly isBusy?: boolean }

/** The state of an address, and when it was requested: milliseconds since 1970. */
export interface KnownLink {
  readonly at: number
  readonly state: LinkState
}

/** Whether a value read from a file is the state of an address. */
export function isKnownLink(value: unknown): value is KnownLink {
  return isRecord(value) && Number.isFinite(value['at']) && isState(value['state'])
}

function isState(value: unknown): value is LinkState {
  if (!isRecord(value)) return false
  const { kind, to, why } = value
  if (kind === 'moved') return typeof to === 'string' && URL.canParse(to)
  return kind === 'alive' || ((kind === 'dead' || kind === 'unknown') && typeof why === 'string')
}
