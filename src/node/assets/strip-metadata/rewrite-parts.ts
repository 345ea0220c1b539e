import type { PicturePart, Read } from '../picture-parts.ts'

/** What becomes of a part of a picture: it stays, goes, or is replaced. */
export type Change = 'keep' | 'remove' | Uint8Array

/** A part that is being rewritten. */
export interface PartToChange extends PicturePart {
  readonly content: Buffer
}

interface Rewriting {
  /** The number of bytes before the parts; missing if they are all those before the first one. */
  readonly head?: number
  readonly parts: Iterable<PicturePart>
  readonly changeOf: (part: PartToChange) => Change
  /** The part after which a picture is complete; what follows is removed. */
  readonly last?: string
}

// What replaces a part is hardly longer than it, and only once.
const SPACE = 256

/**
 * Copies a picture part by part. What is between its parts and after the last one is left out; a picture that is cut off stays cut off.
 * `undefined` if it is damaged, so that its parts cannot be told from each other.
 */
export function rewriteParts(bytes: Buffer, { head, parts, changeOf, last }: Rewriting): Buffer | undefined {
  const copy = Buffer.allocUnsafe(bytes.length + SPACE)
  let length = 0
  let end = 0
  let lastKind: string | undefined
  const add = (piece: Uint8Array) => {
    copy.set(piece, length)
    length += piece.length
  }
  for (const part of parts) {
    if (lastKind === undefined) add(bytes.subarray(0, head ?? part.at))
    const change = changeOf({ ...part, content: bytes.subarray(part.contentAt, part.contentAt + part.length) })
    if (change === 'keep') add(bytes.subarray(part.at, part.end))
    else if (change !== 'remove') add(change)
    end = part.end
    lastKind = part.kind
  }
  const isWhole = last === undefined || lastKind === last
  const isDamaged = lastKind === undefined || (!isWhole && bytes.length - end > LONGEST_HEAD)
  return isDamaged ? undefined : copy.subarray(0, length)
}

// In a picture that is cut off in the head of a part, fewer bytes than this are left.
const LONGEST_HEAD = 8

/** Reads a picture that is in memory. */
export function readFrom(bytes: Buffer): Read {
  return (at, length) => bytes.subarray(at, at + length)
}
