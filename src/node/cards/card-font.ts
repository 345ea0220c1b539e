import { readFileSync } from 'node:fs'
import path from 'node:path'
import { inflateSync } from 'node:zlib'
import { CARD_FONTS } from '../../core/pages/preview-card/card-tree.ts'
import { findPackage } from '../package/package-paths.ts'

/** A file of the font, as satori wants it. */
export interface FontFile {
  readonly name: string
  readonly weight: 400 | 700
  readonly style: 'normal'
  readonly data: Buffer
}

/** The font of the cards; it comes with Hedgerow, so cards are the same on all machines. */
export interface CardFont {
  readonly version: string
  readonly files: readonly FontFile[]
  readonly canDraw: (character: string) => boolean
}

const PACKAGE = '@fontsource/lato'
const SCRIPTS: readonly [family: (typeof CARD_FONTS)[number], script: string][] = [
  [CARD_FONTS[0], 'latin'],
  [CARD_FONTS[1], 'latin-ext'],
]

/** Reads the font. Throws if the package is incomplete. */
export function readCardFont(): CardFont {
  const found = findPackage(PACKAGE)
  if (!found) throw new Error(`the package ${PACKAGE} is missing`)
  const files = SCRIPTS.flatMap(([name, script]) =>
    ([400, 700] as const).map((weight): FontFile => {
      const data = readFileSync(path.join(found.folder, 'files', `lato-${script}-${weight}-normal.woff`))
      return { name, weight, style: 'normal', data }
    }),
  )
  // Both weights have the same characters.
  const characters = new Set(files.filter(({ weight }) => weight === 400).flatMap(({ data }) => charactersOf(data)))
  return { version: found.version, files, canDraw: (character) => characters.has(character.codePointAt(0) ?? 0) }
}

/** The code points that a WOFF file has glyphs for, from format 4 of its `cmap` table, which all fonts of this package have. */
export function charactersOf(woff: Buffer): readonly number[] {
  const cmap = tableOf(woff, 'cmap')
  const characters: number[] = []
  for (let index = 0; index < cmap.readUInt16BE(2); index += 1) {
    const at = cmap.readUInt32BE(4 + 8 * index + 4)
    if (cmap.readUInt16BE(at) !== 4) continue
    const doubled = cmap.readUInt16BE(at + 6)
    for (let segment = 0; segment < doubled; segment += 2) {
      const end = cmap.readUInt16BE(at + 14 + segment)
      const start = cmap.readUInt16BE(at + 16 + doubled + segment)
      const offset = at + 16 + 3 * doubled + segment
      const range = cmap.readUInt16BE(offset)
      for (let code = start; code <= end; code += 1) {
        const glyph =
          range === 0 ? code + cmap.readUInt16BE(at + 16 + 2 * doubled + segment) : cmap.readUInt16BE(offset + range + 2 * (code - start))
        if ((glyph & 0xffff) !== 0) characters.push(code)
      }
    }
  }
  return characters
}

function tableOf(woff: Buffer, name: string): Buffer {
  for (let index = 0; index < woff.readUInt16BE(12); index += 1) {
    const entry = 44 + 20 * index
    if (woff.toString('latin1', entry, entry + 4) !== name) continue
    const [offset, packed, length] = [4, 8, 12].map((field) => woff.readUInt32BE(entry + field)) as [number, number, number]
    const bytes = woff.subarray(offset, offset + packed)
    return packed < length ? inflateSync(bytes, { maxOutputLength: length }) : bytes
  }
  throw new Error(`the font has no table ${name}`)
}
