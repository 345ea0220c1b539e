import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { generate, parse, walk } from 'css-tree'
import type { StyleBundle } from '../core/model.ts'
import { sha256 } from '../node/files/sha256.ts'
import { FOUNDATION, type SheetSource } from './style-sheets.ts'

/**
 * Finishes the style sheets in the folder of a bundle, and returns them by name. Themes are bundled without their common part, which is ten times
 * faster, and it is added here.
 */
export function finishSheets(
  folder: string,
  bundled: ReadonlyMap<string, string>,
  sheets: ReadonlyMap<string, SheetSource>,
): Map<string, StyleBundle> {
  // Vite merges equal sheets into one file.
  const texts = new Map([...new Set(bundled.values())].map((file) => [file, readFileSync(path.join(folder, file), 'utf8')]))
  for (const file of texts.keys()) rmSync(path.join(folder, file))
  const textOf = (name: string) => {
    const text = texts.get(bundled.get(name) ?? '')
    if (text === undefined) throw new Error(`the bundle has no ${name}.css`)
    return text
  }
  const foundation = textOf(FOUNDATION)
  const finished = new Map<string, StyleBundle>()
  for (const [name, { critical, onFoundation, icon, canvas }] of sheets) {
    if (name === FOUNDATION) continue
    const css = onFoundation ? foundation + textOf(name) : textOf(name)
    const file = `${name}-${sha256(css).slice(0, 8)}.css`
    writeFileSync(path.join(folder, file), css)
    finished.set(name, { file, critical, ...namedIn(css), icon: icon === undefined ? undefined : writeIcon(folder, icon), canvas })
  }
  return finished
}

function namedIn(css: string): Pick<StyleBundle, 'tokens' | 'files'> {
  const files = new Set<string>()
  const tokens = new Set<string>()
  walk(parse(css), (node) => {
    if (node.type === 'Url' && !/^(data:|#)/.test(node.value)) files.add(node.value.replace(/^\.\//, ''))
    if (node.type === 'Declaration' && node.property.startsWith('--brand-')) tokens.add(generate(node))
  })
  return { files: [...files], tokens: [...tokens].join(';') }
}

/** Writes an icon into the folder of a bundle, and returns the name of its file. */
export function writeIcon(folder: string, icon: string): string {
  const file = `icon-${sha256(icon).slice(0, 8)}.svg`
  writeFileSync(path.join(folder, file), icon)
  return file
}
