import { crc32 } from 'node:zlib'
import { pngParts } from '../picture-parts.ts'
import { reduceExif } from './reduce-exif.ts'
import { type Change, type PartToChange, readFrom, rewriteParts } from './rewrite-parts.ts'

// Chunks without which a picture can be shown, but with other colours, in another size or without its animation.
const KEPT = new Set('tRNS gAMA cHRM sRGB iCCP cICP mDCV mDCv cLLI cLLi sBIT bKGD hIST pHYs acTL fcTL fdAT'.split(' '))

/** A PNG without metadata; `undefined` if it is damaged. */
export function stripPng(bytes: Buffer): Buffer | undefined {
  let hasExif = false
  const changeOf = ({ kind, content }: PartToChange): Change => {
    if (kind === 'IEND') return chunk(kind, Buffer.alloc(0))
    // A picture cannot be shown without the chunks whose names start with a capital letter.
    if (/^[A-Z]/.test(kind) || KEPT.has(kind)) return 'keep'
    if (kind !== 'eXIf' || hasExif) return 'remove'
    hasExif = true
    const left = reduceExif(content, bytes.length < 24 ? undefined : { width: bytes.readUInt32BE(16), height: bytes.readUInt32BE(20) })
    return left ? chunk(kind, left) : 'remove'
  }
  // Programs that overwrite a longer picture may leave the rest of it behind the end.
  return rewriteParts(bytes, { head: 8, parts: pngParts(readFrom(bytes)), changeOf, last: 'IEND' })
}

function chunk(kind: string, content: Buffer): Buffer {
  const whole = Buffer.concat([Buffer.alloc(4), Buffer.from(kind), content, Buffer.alloc(4)])
  whole.writeUInt32BE(content.length)
  whole.writeUInt32BE(crc32(whole.subarray(4, -4)), whole.length - 4)
  return whole
}
