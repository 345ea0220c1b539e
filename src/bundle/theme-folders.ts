import { existsSync, lstatSync, readdirSync, statSync } from 'node:fs'
import path from 'node:path'
import { FileRefused, needOwnThemes, readThemeFile, ThemeFault } from './theme-files.ts'
import { cleanSvg } from '../core/clean/clean-svg.ts'
import { checkThemeCss } from './check-theme-css.ts'
import { revealThemes } from './reveal-css.ts'

/** A folder in `themes/`: a style sheet, the theme of reveal.js that it extends, and an icon for the pages of a site. */
export interface ThemeFolder {
  readonly name: string
  readonly extends: string
  readonly css: string
  /** A cleaned SVG, if the folder has one. */
  readonly icon?: string | undefined
}

// In bytes. The style sheets of real themes have about 20 KB.
const LARGEST_SHEET = 1_000_000
const LARGEST_SETTINGS = 16_000
const LARGEST_ICON = 20_000

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
    return [{ name: entry.name, extends: extendsOf(folder), css, icon: iconOf(folder) }]
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

function extendsOf(folder: string): string {
  const file = path.join(folder, 'theme.json')
  if (!lstatSync(file, { throwIfNoEntry: false })) return 'white'
  const given = parse(read(folder, 'theme.json', LARGEST_SETTINGS))
  const base = typeof given === 'object' && given !== null && 'extends' in given ? given.extends : 'white'
  const known = revealThemes.find((name) => name === base)
  if (known === undefined) throw new ThemeFault(`${file}: "extends" must be one of ${revealThemes.join(', ')}`)
  return known
}

// The error of `JSON.parse` would quote the text of the file.
function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return { extends: undefined }
  }
}
