import { BACKGROUND_FRAME } from '../clean/background-frame.ts'
import type { FoundFile, UseRemote } from './find-file.ts'

const FILES = /^data-background(-image|-video)?$/
const LOOKS_LIKE_FILE = /^(https?:|data:|\.{0,2}\/|!?\[)|\.(svg|png|jpe?g|gif|bmp|webp|avif|mp4|webm|ogv)([?#\s]|$)/i
const COLOUR = /^(#[0-9a-f]{3,8}|[a-z]{3,30}|(rgb|hsl|hwb|lab|lch|oklab|oklch|color)a?\([\w\s.,%/+-]{1,80}\))$/i

export interface BackgroundContext {
  readonly find: (address: string) => FoundFile
  readonly use: (path: string) => string
  readonly useRemote: UseRemote
  /** Called with what is wrong with a background, and how it is written. */
  readonly refuse: (found: Exclude<FoundFile, { path: string }>, written: string) => void
}

/**
 * A slide's attributes with its background pictures and videos found beside the deck.
 * One whose file is not there is left out: reveal.js would ask another server for it, or stop the deck over it.
 */
export function resolveBackgrounds(attributes: Readonly<Record<string, string>>, context: BackgroundContext): Record<string, string> {
  const resolved: Record<string, string> = {}
  for (const [name, value] of Object.entries(attributes)) {
    if (name === BACKGROUND_FRAME) continue
    const next = FILES.test(name) ? resolveBackground(name, value.trim(), context) : value
    if (next !== undefined) resolved[name] = next
  }
  return resolved
}

function resolveBackground(name: string, value: string, { find, use, useRemote, refuse }: BackgroundContext): string | undefined {
  if (value === '') return ''
  if (name === 'data-background' && !LOOKS_LIKE_FILE.test(value)) {
    if (COLOUR.test(value) || isGradient(value)) return value
    refuse({ code: 'address-invalid', details: [value] }, value)
    return undefined
  }
  const found = find(value)
  if ('path' in found) return use(found.path)
  const remote = useRemote(found)
  if (remote !== undefined) return remote
  refuse(found, value)
  return undefined
}

function isGradient(value: string): boolean {
  return /^[a-z-]*gradient\([#\w\s.,%/()-]{1,500}\)$/i.test(value) && !/url|image|src/i.test(value)
}
