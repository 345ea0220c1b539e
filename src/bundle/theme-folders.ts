import { existsSync, lstatSync, readdirSync, statSync } from 'node:fs'
import path from 'node:path'
import { FileRefused, needOwnThemes, readThemeFile, ThemeFault } from './theme-files.ts'
import { cleanSvg } from '../core/clean/clean-svg.ts'
import type { Canvas } from '../core/model.ts'
import { checkThemeCss } from './check-theme-css.ts'
import { revealThemes } from './reveal-css.ts'

/** A folder in `themes/`: a style sheet, the theme of reveal.js that it extends, and an icon for the pages of a site. */
export interface ThemeFolder {
  readonly name: string
  readonly extends: string
  readonly css: string
  /** A cleaned SVG, if the folder has one. */
  readonly icon?: string | undefined
  /** The size in pixels for which it composes slides, if it does. */
  readonly canvas?: Canvas | undefined
}

// In bytes. The style sheets of real themes have about 20 KB.
const LARGEST_SHEET = 1_000_000
const LARGEST_SETTINGS = 16_000
const LARGEST_ICON = 20_000
// In pixels, as for the slides of decks.
const SMALLEST_SIDE = 100
const LARGEST_SIDE = 10_000

/** The themes in a folder, each a folder with a `theme.css` and optionally a `theme.json` and an `icon.svg`. Throws `ThemeFault` if one is invalid. */
export function themeFolders(themes: string): ThemeFolder[] {
  if (!existsSync(themes)) return []
  needOwnThemes(themes)
  return readdirSync(themes, { withFileTypes: true }).flatMap((entry) => {
    // Not a readme, nor what an operating system puts into each folder.
    const folder = path.join(themes, entry.name)
    if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory()) return []
    const file = path.join(folder, 'theme.css')
    if (!lstatSync(file, { throwIfNoEntry: false })) return []
    if (entry.isSymbolicLink()) throw new ThemeFault(`${folder} is a link; put the folder of the theme itself there`)
    const css = checkThemeCss(folder, read(folder, 'theme.css', LARGEST_SHEET))
    return [{ name: entry.name, css, icon: iconOf(folder), ...settingsOf(folder) }]
  })
}

function read(folder: string, name: string, most: number): string {
  try {
    return readThemeFile(folder, path.join(folder, name), most)
  } catch (cause) {
    if (!(cause instanceof FileRefused)) throw cause
    throw new ThemeFault(`${path.join(folder, name)} ${cause.message}; a theme is plain files in its own folder`)
  }
}

// Opened on its own it is a document of the site's origin, so it is cleaned.
function iconOf(folder: string): string | undefined {
  const file = path.join(folder, 'icon.svg')
  if (!lstatSync(file, { throwIfNoEntry: false })) return undefined
  const icon = cleanSvg(read(folder, 'icon.svg', LARGEST_ICON))
  if (icon === undefined) throw new ThemeFault(`${file} is not an SVG image`)
  return icon
}

function settingsOf(folder: string): Pick<ThemeFolder, 'extends' | 'canvas'> {
  const file = path.join(folder, 'theme.json')
  if (!lstatSync(file, { throwIfNoEntry: false })) return { extends: 'white' }
  const given = parse(read(folder, 'theme.json', LARGEST_SETTINGS))
  const settings: Partial<Record<string, unknown>> = typeof given === 'object' && given !== null ? { ...given } : {}
  const base = 'extends' in settings ? settings['extends'] : 'white'
  const known = revealThemes.find((name) => name === base)
  if (known === undefined) throw new ThemeFault(`${file}: "extends" must be one of ${revealThemes.join(', ')}`)
  return { extends: known, canvas: canvasOf(file, settings['canvas']) }
}

function canvasOf(file: string, given: unknown): Canvas | undefined {
  if (given === undefined) return undefined
  const [width, height]: readonly unknown[] = Array.isArray(given) && given.length === 2 ? given : []
  if (isSide(width) && isSide(height)) return { width, height }
  throw new ThemeFault(`${file}: "canvas" must be a width and a height in pixels, such as [1280, 720]`)
}

function isSide(value: unknown): value is number {
  return typeof value === 'number' && Number.isInteger(value) && value >= SMALLEST_SIDE && value <= LARGEST_SIDE
}

// The error of `JSON.parse` would quote the text of the file.
function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return { extends: undefined }
  }
}
