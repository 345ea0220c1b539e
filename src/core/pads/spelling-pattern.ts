import { decodeAddress } from '../shared/decode-address.ts'

// Entities that people write; all other characters have only numbers.
const NAMED: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&apos;' }

/**
 * A pattern for the ways in which an author can have written an address in Markdown, HTML or YAML: with entities, with backslashes, and
 * with characters that the renderer encodes. Most texts have none of these, and a plain pattern is ten times as fast.
 */
export function spellingPattern(text: string, address: string): string {
  const characterPattern = patternOfCharacters(text)
  const encodedPattern = (codes: string) => {
    const letters = decodeAddress(codes)
    return letters === undefined ? codes : `(?:${codes}|${Array.from(letters, characterPattern).join('')})`
  }
  const parts = address.match(/(?:%[\da-f]{2})+|[^]/giu) ?? []
  return parts.map((part) => (part.length > 2 && part.startsWith('%') ? encodedPattern(part) : characterPattern(part))).join('')
}

function patternOfCharacters(text: string): (character: string) => string {
  const [hasEntities, hasBackslashes] = [/&[#a-z]/i.test(text), text.includes('\\')]
  return (character) => {
    if (/^[\p{L}\p{N}]$/u.test(character)) return character
    const code = character.codePointAt(0) ?? 0
    const hex = code.toString(16)
    // Markdown allows a backslash before any punctuation of ASCII.
    const literal = `${hasBackslashes && code < 128 ? '\\\\?' : ''}\\u{${hex}}`
    if (!hasEntities) return literal
    const entities = [NAMED[character], `&#0{0,6}${code};`, `&#[xX]0{0,6}${anyCase(hex)};`].filter((entity) => entity !== undefined)
    return `(?:${[literal, ...entities].join('|')})`
  }
}

function anyCase(hex: string): string {
  return hex.replace(/[a-f]/g, (digit) => `[${digit}${digit.toUpperCase()}]`)
}

/**
 * The host of an address as a text writes it with letters of its language; the renderer encodes it. The address itself comes first.
 */
export function withHostsOf(text: string, address: string): readonly string[] {
  const host = /^https?:\/\/([^/?#]*xn--[^/?#]*)/i.exec(address)?.[1]
  if (host === undefined) return [address]
  const written = new Set(
    [...text.matchAll(/\/\/([^\s/?#"'<>()\\]{0,253}[^\u0000-\u007f][^\s/?#"'<>()\\]{0,253})/g)].map(([, name = '']) => name),
  )
  const same = [...written].filter((name) => URL.canParse(`http://${name}`) && new URL(`http://${name}`).host === host.toLowerCase())
  return [address, ...same.map((name) => address.replace(host, () => name))]
}
