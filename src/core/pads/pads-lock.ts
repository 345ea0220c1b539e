/** The file in the folder of decks that says where they came from. */
export const PADS_LOCK = 'pads.lock.yaml'

/** The hidden folder beside it: for each deck the text of its pad as it was last pulled, under the path of the deck. */
export const BASE_FOLDER = '.pads'

/** A picture or another file that was downloaded for a deck. */
export interface PictureOrigin {
  /** Absolute, without a fragment. */
  readonly from: string
  /** Path relative to the folder of the deck. */
  readonly file: string
  /** SHA-256 of the file as it was written, in hexadecimal. */
  readonly digest: string
}

/** Where a deck came from. */
export interface DeckOrigin {
  /** The address of its pad in normal form; missing if only pictures were downloaded for it. */
  readonly pad?: string | undefined
  /** When the revision that was pulled was saved, as an ISO time in UTC; missing if the server does not say. */
  readonly revision?: string | undefined
  /** ETag of the pad's text as it was last pulled. */
  readonly etag?: string | undefined
  /** SHA-256 of that text, in hexadecimal; line endings, a byte order mark and final newlines do not count. */
  readonly digest?: string | undefined
  readonly pictures: readonly PictureOrigin[]
  /** Addresses of files that their server no longer has. */
  readonly missing: readonly string[]
}

/** Where each deck came from, by its path in the folder. */
export type PadsLock = ReadonlyMap<string, DeckOrigin>

const HEADER = `# Where decks and their pictures came from. "hedgerow pull" writes this file; commit it with the decks.
version: 1
decks:`

/** A lock file: one value per line, sorted, so that git can merge two of them. */
export function writePadsLock(lock: PadsLock): string {
  const known = [...lock].filter(([, { pad, pictures, missing }]) => pad !== undefined || pictures.length + missing.length > 0)
  const decks = known.toSorted(byFirst).map(([deck, origin]) => `\n  ${quote(deck)}:\n${writeOrigin(origin)}`)
  return `${HEADER}${decks.length === 0 ? ' {}' : ''}${decks.join('')}\n`
}

function writeOrigin({ pictures, missing, ...values }: DeckOrigin): string {
  const { pad, revision, etag, digest } = values
  const lines = Object.entries({ pad, revision, etag, digest }).flatMap(([name, value]) =>
    value === undefined ? [] : [`    ${name}: ${quote(value)}`],
  )
  const files = pictures.map(({ from, file, digest }) => [
    from,
    `      - from: ${quote(from)}\n        file: ${quote(file)}\n        digest: ${digest}`,
  ])
  if (files.length > 0) lines.push('    pictures:', ...files.toSorted(byFirst).map(([, text = '']) => text))
  if (missing.length > 0) lines.push('    missing:', ...[...new Set(missing)].toSorted().map((address) => `      - ${quote(address)}`))
  return lines.join('\n')
}

// The same on every computer, whatever its language.
function byFirst([one = '']: readonly unknown[], [other = '']: readonly unknown[]): number {
  return String(one) < String(other) ? -1 : 1
}

// Any other text could be a number, a comment or a mapping to a YAML parser; JSON is a quoted text of YAML.
function quote(value: string): string {
  const isPlain = /^[A-Za-z][\w./:%~?=&+-]*$/.test(value) || /^\d{4}-\d{2}-\d{2}T[\d:.]+Z$/.test(value)
  if (/^[\da-f]{64}$/.test(value)) return value
  const isWord = /^(?:y|n|yes|no|true|false|on|off|null|[\d._+-]+|.*:)$/i.test(value)
  return isPlain && !isWord ? value : JSON.stringify(value)
}
