import { BACKGROUND_FRAME } from '../clean/policy.ts'
import { isPictureAddress } from '../shared/background.ts'
import { conversionOf, isPicture, isShown, kindOf } from '../files.ts'
import { findFile, fixAddress } from './find-file.ts'
import type { MissingFile } from './explain-missing.ts'
import { locateAddress } from './locate-address.ts'
import type { ReferenceContext } from './reference-context.ts'

const FILES = /^data-background(-image|-video)?$/
const LOOKS_LIKE_ADDRESS = /^(https?:|data:|\.{0,2}\/|!?\[)/i
const COLOUR = /^(#[0-9a-f]{3,8}|[a-z]{3,30}|(rgb|hsl|hwb|lab|lch|oklab|oklch|color)a?\([\w\s.,%/+-]{1,80}\))$/i

/** The attributes of a slide, and the line on which the last of them is. */
export interface SlideAttributes {
  readonly attributes: Readonly<Record<string, string>>
  readonly line: number
}

/**
 * The attributes of a slide with resolved background images and videos.
 * A missing one is left out: reveal.js would request it from another server, or stop.
 */
export function resolveBackgrounds({ attributes, line }: SlideAttributes, context: ReferenceContext): Record<string, string> {
  const resolved: Record<string, string> = {}
  for (const [name, value] of Object.entries(attributes)) {
    if (name === BACKGROUND_FRAME) continue
    const next = FILES.test(name) ? resolveBackground(name, value.trim(), { line, context }) : value
    if (next !== undefined) resolved[nameFor(name, next)] = next
  }
  return resolved
}

// In `data-background` reveal.js recognises neither videos nor all kinds of images.
function nameFor(name: string, value: string): string {
  if (name !== 'data-background') return name
  if (kindOf(withoutQuery(value)) === 'video') return 'data-background-video'
  return isPicture(withoutQuery(value)) && !isPictureAddress(value) ? 'data-background-image' : name
}

const withoutQuery = (address: string) => address.replace(/[?#].*$/s, '')

interface Where {
  readonly line: number
  readonly context: ReferenceContext
}

function resolveBackground(name: string, value: string, where: Where): string | undefined {
  const { useRemote, found: gathered, urls } = where.context
  if (value === '') return ''
  if (
    name === 'data-background' &&
    !LOOKS_LIKE_ADDRESS.test(value) &&
    !isShown(withoutQuery(value)) &&
    !conversionOf(withoutQuery(value))
  ) {
    if (COLOUR.test(value) || isGradient(value)) return value
    return refuse({ code: 'address-invalid', details: [value] }, value, where)
  }
  gathered.addresses.push({ address: value, use: 'shown', line: where.line })
  const found = findFile(value, where.context)
  if ('path' in found) {
    gathered.assets.add(found.path)
    if (isPicture(found.path)) gathered.pictures.push({ path: found.path, line: where.line })
    return urls.asset(found.path)
  }
  const remote = useRemote(found)
  if (remote === undefined) return refuse(found, value, where)
  gathered.remote.add(remote)
  return remote
}

function refuse({ code, details, meant }: MissingFile, written: string, { line, context }: Where): undefined {
  const location = locateAddress(context.findLocation, { line, address: written, meant })
  const edits = code === 'address-invalid' ? fixAddress(written, location) : location.edits
  context.report(code, { ...location, edits }, ...details)
}

function isGradient(value: string): boolean {
  return /^[a-z-]*gradient\([#\w\s.,%/()-]{1,500}\)$/i.test(value) && !/url|image|src/i.test(value)
}
