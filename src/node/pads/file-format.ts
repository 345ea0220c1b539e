import { isUtf8 } from 'node:buffer'
import { isShown, kindOf } from '../../core/files.ts'

/** What the bytes of a file are: the ending that fits them, `text` or `unknown` without one, or something that no deck can use. */
export type FileFormat =
  | { readonly kind: 'known'; readonly ending: string }
  | { readonly kind: 'text' | 'unknown' }
  | { readonly kind: 'page' | 'empty' }

// THE TABLE of formats: how a file begins, as Latin-1. The first that fits counts.
const BEGINNINGS: readonly (readonly [beginning: RegExp, ending: string])[] = [
  [/^\x89PNG\r\n\x1a\n/, 'png'],
  [/^\xff\xd8\xff/, 'jpg'],
  [/^GIF8[79]a/, 'gif'],
  [/^RIFF[^]{4}WEBP/, 'webp'],
  [/^[^]{4}ftyp(avif|avis)/, 'avif'],
  [/^[^]{4}ftyp(heic|heix|hevc|heim|heis|mif1|msf1)/, 'heic'],
  [/^[^]{4}ftypM4A/, 'm4a'],
  [/^[^]{4}ftypqt {2}/, 'mov'],
  [/^[^]{4}ftyp/, 'mp4'],
  [/^BM[^]{4}\0\0\0\0/, 'bmp'],
  [/^(II\*\0|MM\0\*)/, 'tiff'],
  [/^\x1aE\xdf\xa3/, 'webm'],
  [/^OggS[^]{0,60}(theora|\x80theora)/, 'ogv'],
  [/^OggS/, 'ogg'],
  [/^(ID3|\xff[\xe2\xe3\xf2\xf3\xfa\xfb])/, 'mp3'],
  [/^RIFF[^]{4}WAVE/, 'wav'],
  [/^fLaC/, 'flac'],
  [/^%PDF-/, 'pdf'],
  [/^(\xef\xbb\xbf)?WEBVTT([ \t\r\n]|$)/, 'vtt'],
]

const HEAD = 64 * 1024

/** Finds out what a file is from its bytes, whatever its name or its server says. */
export function formatOf(bytes: Uint8Array): FileFormat {
  if (bytes.length === 0) return { kind: 'empty' }
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)
  const head = buffer.subarray(0, HEAD).toString('latin1')
  const [, ending] = BEGINNINGS.find(([beginning]) => beginning.test(head.slice(0, 128))) ?? []
  if (ending !== undefined) return { kind: 'known', ending }
  if (!isUtf8(buffer) || buffer.includes(0)) return { kind: 'unknown' }
  const root = rootElement(head)
  if (root === 'svg') return isClosed(buffer) ? { kind: 'known', ending: 'svg' } : { kind: 'text' }
  return { kind: /^(html|head|body|title|meta|script)$/.test(root) ? 'page' : 'text' }
}

/** Why a file is not what its address promises: a clause; `undefined` if it is. */
export function explainFormat(format: FileFormat, name: string): string | undefined {
  if (format.kind === 'empty') return 'the file is empty'
  if (format.kind === 'page') return 'the server sent a web page instead of the file'
  if (format.kind === 'known') return undefined
  const kind = kindOf(name)
  // Addresses without an ending, as in HedgeDoc 2, lead to uploads: pictures.
  if (kind === undefined || isShown(name) || kind === 'pdf') return 'the file is not an image, a video or another file that decks can show'
  return undefined
}

// The name of the first element behind what may precede it in XML and HTML.
function rootElement(head: string): string {
  const text = head.replace(/^\xef\xbb\xbf/, '')
  const skipped = /\s+|<\?[^>]*>|<!--/y
  let at = 0
  for (;;) {
    skipped.lastIndex = at
    const [found = ''] = skipped.exec(text) ?? []
    if (found === '<!--') at = endAfter(text, '-->', at)
    else if (found !== '') at += found.length
    else if (/^<!doctype/i.test(text.slice(at, at + 9))) {
      if (/^<!doctype\s+html/i.test(text.slice(at, at + 40))) return 'html'
      at = endOfDoctype(text, at)
    } else return /^<(?:\w+:)?([A-Za-z]+)[\s/>]/.exec(text.slice(at, at + 80))?.[1]?.toLowerCase() ?? ''
  }
}

function endAfter(text: string, end: string, from: number): number {
  const found = text.indexOf(end, from)
  return found === -1 ? text.length : found + end.length
}

// An SVG may declare entities in square brackets.
function endOfDoctype(text: string, from: number): number {
  const close = endAfter(text, '>', from)
  const bracket = text.indexOf('[', from)
  return bracket === -1 || bracket > close ? close : endAfter(text, '>', endAfter(text, ']', bracket))
}

// An SVG that was cut off shows nothing.
function isClosed(buffer: Buffer): boolean {
  let end = buffer.subarray(-HEAD).toString('latin1').trimEnd()
  while (end.endsWith('-->')) end = end.slice(0, Math.max(end.lastIndexOf('<!--'), 0)).trimEnd()
  return /(<\/(\w+:)?svg\s*>|\/>)$/i.test(end.slice(-200))
}
