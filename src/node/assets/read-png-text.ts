import { inflateSync } from 'node:zlib'

const LONGEST_TEXT = 1024 * 1024
// Keyword, how it is compressed, language, translated keyword.
const INTERNATIONAL = /^[^\0]*\0(.)\0[^\0]*\0[^\0]*\0/s
const COMPRESSED = /^[^\0]*\0\0/
const PLAIN = /^[^\0]*\0/
// ImageMagick writes Exif and XMP data as hexadecimal numbers, after their name and length.
const RAW_PROFILE = /^Raw profile type /
const HEX_DATA = /^\s*\S+\s+\d+\s+([\da-f\s]*)/

/** The content of a chunk with text: `tEXt`, `zTXt` or `iTXt`; empty if it is damaged. */
export function readPngText(kind: string, content: Buffer): Buffer {
  const written = content.toString('latin1')
  const head = (kind === 'iTXt' ? INTERNATIONAL : kind === 'zTXt' ? COMPRESSED : PLAIN).exec(written)
  if (!head) return Buffer.alloc(0)
  const rest = content.subarray(head[0].length)
  const text = kind === 'zTXt' || head[1] === '\x01' ? inflate(rest) : rest
  if (!RAW_PROFILE.test(written)) return text
  return Buffer.from((HEX_DATA.exec(text.toString('latin1'))?.[1] ?? '').replaceAll(/\s/g, ''), 'hex')
}

function inflate(bytes: Buffer): Buffer {
  try {
    return inflateSync(bytes, { maxOutputLength: LONGEST_TEXT })
  } catch {
    return Buffer.alloc(0)
  }
}
