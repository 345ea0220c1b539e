import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { isMarkdown, withoutMarkdownEnding } from '../../core/files.ts'
import { packageFolder } from '../package/package-paths.ts'
import { LARGEST_TEXT, readInside } from '../files/read-file.ts'
import { isSystemFile } from '../files/system-files.ts'

/** Folder below a content root for the templates of a site. */
export const TEMPLATES = 'templates'

const OURS = 'src/templates'
const DEFAULT = 'talk'

export type FoundTemplate = { readonly name: string; readonly text: string } | { readonly choices: readonly string[] }

/**
 * The template for a new deck: the one that is asked for, else the one that is named like the deck, else the only one of the site,
 * else the one for talks. The site's own come before those of this package. Where that is ambiguous, the names of all templates.
 */
export function findTemplate(root: string, { wanted, deck }: { readonly wanted?: string; readonly deck: string }): FoundTemplate {
  const own = templatesIn(path.join(root, TEMPLATES))
  const ours = templatesIn(path.join(packageFolder, OURS))
  const all = [...new Set([...own.keys(), ...ours.keys()])]
  const usual = own.size > 1 ? '' : ([...own.keys()][0] ?? DEFAULT)
  const name = wanted ?? (all.includes(deck) ? deck : usual)
  if (!all.includes(name)) return { choices: all }
  const file = own.get(name)
  const bytes =
    file === undefined
      ? readFileSync(path.join(packageFolder, OURS, ours.get(name) ?? ''))
      : readInside(root, path.join(TEMPLATES, file), LARGEST_TEXT)
  return { name, text: bytes.toString('utf8') }
}

/** The paths of a site's own templates, relative to its root. */
export function ownTemplates(root: string): readonly string[] {
  return [...templatesIn(path.join(root, TEMPLATES)).values()].map((file) => `${TEMPLATES}/${file}`)
}

/** The files of templates by their names, in order. */
function templatesIn(folder: string): ReadonlyMap<string, string> {
  if (!existsSync(folder)) return new Map()
  const files = readdirSync(folder).filter((file) => isMarkdown(file) && !isSystemFile(file))
  return new Map(files.toSorted().map((file) => [withoutMarkdownEnding(file), file]))
}
