import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { packageFolder } from './read-client.ts'

/** Folder below a content root that holds the templates of a site. */
export const TEMPLATES = 'templates'

const OURS = path.join(packageFolder, 'src/templates')
const DEFAULT = 'talk'

export type FoundTemplate = { readonly name: string; readonly text: string } | { readonly choices: readonly string[] }

/**
 * The template for a new deck: the one that is asked for, else the one that is named like the deck, else the only one of the site,
 * else the one for talks. The site's own come before those of this package. Where it cannot be told, the names there are.
 */
export function findTemplate(root: string, { wanted, deck }: { readonly wanted?: string; readonly deck: string }): FoundTemplate {
  const site = path.join(root, TEMPLATES)
  const own = namesIn(site)
  const all = [...new Set([...own, ...namesIn(OURS)])]
  const usual = own.length > 1 ? '' : (own[0] ?? DEFAULT)
  const name = wanted ?? (all.includes(deck) ? deck : usual)
  if (!all.includes(name)) return { choices: all }
  return { name, text: readFileSync(path.join(own.includes(name) ? site : OURS, `${name}.md`), 'utf8') }
}

function namesIn(folder: string): string[] {
  if (!existsSync(folder)) return []
  return readdirSync(folder)
    .filter((file) => file.endsWith('.md'))
    .map((file) => file.slice(0, -'.md'.length))
    .toSorted()
}
