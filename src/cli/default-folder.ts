import { existsSync, readdirSync } from 'node:fs'
import path from 'node:path'
import { SITE_FILE } from '../core/config/site-file.ts'
import { isAboutProject } from '../core/deck/deck-signs.ts'
import { DECKS, isMarkdown } from '../core/files.ts'

/**
 * The folder of decks where a command is given none: the only one with a `site.yaml`, this folder and `decks` before others in it; else the folder `decks`; else this
 * folder if it has Markdown files that could be decks.
 */
export function defaultFolder(here = '.'): string {
  const isSite = (folder: string) => existsSync(path.join(here, folder, SITE_FILE))
  if (isSite('.')) return '.'
  if (isSite(DECKS)) return DECKS
  const entries = entriesOf(here)
  const sites = entries.filter((entry) => entry.isDirectory() && isSite(entry.name))
  if (sites.length === 1 && sites[0]) return sites[0].name
  if (existsSync(path.join(here, DECKS))) return DECKS
  return entries.some(({ name }) => isMarkdown(name) && !isAboutProject(name)) ? '.' : DECKS
}

/** The words that name a folder of decks in a command after an option, as in `--folder talks`; none if commands find it themselves. */
export function wordsFor(folder: string, ...option: readonly string[]): readonly string[] {
  return path.relative(folder, defaultFolder()) === '' ? [] : [...option, folder]
}

function entriesOf(folder: string) {
  try {
    return readdirSync(folder, { withFileTypes: true })
  } catch {
    // The command says that the folder is missing.
    return []
  }
}
