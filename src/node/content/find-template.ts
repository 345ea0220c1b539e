import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { packageFolder } from '../package/read-client.ts'
import { readInside } from '../files/read-inside.ts'
import { LARGEST_TEXT } from '../files/read-text.ts'
import { isSystemFile } from '../files/system-files.ts'

/** Folder below a content root that holds the templates of a site. */
export const TEMPLATES = 'templates'

const OURS = 'src/templates'
const DEFAULT = 'talk'

export type FoundTemplate = { readonly name: string; readonly text: string } | { readonly choices: readonly string[] }

/**
 * The template for a new deck: the one that is asked for, else the one that is named like the deck, else the only one of the site,
 * else the one for talks. The site's own come before those of this package. Where it cannot be told, the names there are.
 */
export function findTemplate(root: string, { wanted, deck }: { readonly wanted?: string; readonly deck: string }): FoundTemplate {
  const own = namesIn(path.join(root, TEMPLATES))
  const all = [...new Set([...own, ...namesIn(path.join(packageFolder, OURS))])]
  const usual = own.length > 1 ? '' : (own[0] ?? DEFAULT)
  const name = wanted ?? (all.includes(deck) ? deck : usual)
  if (!all.includes(name)) return { choices: all }
  const file = `${name}.md`
  const bytes = own.includes(name)
    ? readInside(root, path.join(TEMPLATES, file), LARGEST_TEXT)
    : readFileSync(path.join(packageFolder, OURS, file))
  return { name, text: bytes.toString('utf8') }
}

/** The paths of a site's own templates, relative to its root. */
export function ownTemplates(root: string): readonly string[] {
  return namesIn(path.join(root, TEMPLATES)).map((name) => `${TEMPLATES}/${name}.md`)
}

function namesIn(folder: string): string[] {
  if (!existsSync(folder)) return []
  return readdirSync(folder)
    .filter((file) => file.endsWith('.md') && !isSystemFile(file))
    .map((file) => file.slice(0, -'.md'.length))
    .toSorted()
}
