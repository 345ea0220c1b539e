// In characters; file systems allow 255 bytes, and a letter has up to four.
const FIRST = /^.{0,50}/u

/** A text as part of an address: letters and digits in lower case, without marks, and hyphens. Empty if it has none of these. */
export function slug(text: string): string {
  const plain = text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll('ß', 'ss')
    .normalize('NFC')
    .replace(/[^\p{L}\p{N}]+/gu, '-')
  return (FIRST.exec(plain.replace(/^-/, ''))?.[0] ?? '').replace(/-$/, '')
}
