import { decodeAddress } from '../shared/decode-address.ts'
import type { Code } from '../diagnostics/catalogue.ts'
import { commandName } from '../diagnostics/command-name.ts'
import { conversionOf, endingOf, isShown, kindOf } from '../files.ts'
import { similarFile } from './similar-file.ts'
import type { FileNames } from './file-names.ts'
import { findSpelling } from './find-spelling.ts'
import { resolvePath } from './resolve-path.ts'

/** Why there is no file at an address. */
export interface MissingFile {
  readonly code: Code
  readonly details: readonly string[]
  /** Of a file on another server. */
  readonly url?: URL
  /** The only address that its author can have meant. */
  readonly meant?: string | undefined
}

/** What is known about the wanted file. */
export interface Wanted {
  /** The path of the deck. */
  readonly from: string
  readonly files: FileNames
  /** What the address means; `undefined` if it leaves the folder or is not portable. */
  readonly path: string | undefined
}

/** Why a slide cannot show the file at a local address, and which one its author probably meant. */
export function explainMissing(address: string, wanted: Wanted): MissingFile {
  const { from, files, path } = wanted
  const literal = path !== undefined && files.has(path) ? undefined : findLiteral(address, from, files)
  if (literal) return literal
  if (path === undefined)
    return isEncodedWrongly(address)
      ? { code: 'asset-missing', details: [address, ''] }
      : { code: 'asset-outside', details: [decodeAddress(address) ?? address] }
  const similar = similarFile(path, from, [...files].filter(isShown))
  const advice = adviceFor(path, address)
  if (advice !== undefined && (!similar || conversionOf(path)))
    return { code: 'asset-format', details: [address, `.${endingOf(path)}`, advice] }
  return { code: 'asset-missing', details: [address, similar?.hint ?? ''], meant: similar?.meant }
}

// `undefined` if the file could be shown. A name without a usual ending is more likely a mistake in the name.
function adviceFor(path: string, address: string): string | undefined {
  const ending = endingOf(path)
  if (!/^[a-z][a-z0-9]{1,9}$/.test(ending) || isShown(path)) return undefined
  const conversion = conversionOf(path)
  if (conversion?.program !== undefined) {
    const name = commandName(path)
    const target = `${name.replace(/\.\w+$/, '')}.${conversion.to}`
    const output = conversion.program === 'inkscape' ? `-o "${target}"` : `"${target}"`
    return `Convert it, for example with \`${conversion.program} "${name}" ${output}\`, and use the new name`
  }
  if (kindOf(path) === 'pdf') return `Write \`{%pdf ${address.trim()} %}\` to show it, or link to it`
  return conversion
    ? 'Export it as SVG or PNG from the program that made it'
    : 'Use an image (PNG, JPEG, SVG, WebP), video (MP4, WebM) or sound (MP3)'
}

/** The file whose name is an address as it is written: in an address, # and ? end the path, % starts a code, and \ is not portable. */
export function findLiteral(address: string, from: string, files: FileNames): MissingFile | undefined {
  for (const name of new Set([address.trim(), decodeAddress(address.trim()) ?? address.trim()])) {
    const character = /[#?%\\]/.exec(name)?.[0]
    if (character === undefined) continue
    const encoded = encodeName(name)
    const path = resolvePath(encoded, from)
    if (path === undefined || findSpelling(path, files) === undefined) continue
    return { code: 'address-characters', details: [name, character, encoded], meant: encoded }
  }
  return undefined
}

function encodeName(name: string): string {
  return name.replaceAll('\\', '/').replace(/[%#?]/g, encodeURIComponent).replaceAll(' ', '%20')
}

function isEncodedWrongly(address: string): boolean {
  return decodeAddress(address.replace(/[?#].*$/s, '')) === undefined
}
