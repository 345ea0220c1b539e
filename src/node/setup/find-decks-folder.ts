import { existsSync, readdirSync } from 'node:fs'
import path from 'node:path'
import { SITE_FILE } from '../../core/config/site-file.ts'
import { DECKS } from '../../core/files.ts'
import { toSlashes } from '../files/paths.ts'
import { type Content, readContent } from '../content/read-content.ts'
import { TEMPLATES } from '../content/find-template.ts'

/** The decks below a folder. */
export interface DecksFolder {
  /** Where they are: the folder itself, or one below it. */
  readonly folder: string
  readonly content: Content
}

// Drafts and templates are no part of the site, as for a build.
const BUILT = { withoutDrafts: true }

/**
 * The folder of the decks below a folder: the one with a `site.yaml`, else the one that contains them all. `undefined` without decks; throws
 * if the folder cannot be read.
 */
export function findDecksFolder(folder: string): DecksFolder | undefined {
  const all = [folder, path.join(folder, DECKS)].find((known) => existsSync(path.join(known, SITE_FILE)))
  if (all !== undefined) return { folder: all, content: readContent(all, BUILT) }
  const content = readContent(folder, BUILT)
  const marked = [...content.decks.map(({ source }) => source.path), ...content.drafts]
  const files = marked.length > 0 ? marked : content.candidates.map(({ file }) => file)
  if (files.length === 0) return undefined
  const common = commonFolder(files.map((file) => path.posix.dirname(file)))
  const below = siteBetween(folder, common) ?? withoutTemplates(common)
  return below === '.' ? { folder, content } : { folder: path.join(folder, below), content: readContent(path.join(folder, below), BUILT) }
}

function commonFolder(folders: readonly string[]): string {
  const [first = '.', ...others] = folders
  return others.reduce((common, other) => {
    const parts = other.split('/')
    const same = common.split('/').findIndex((part, index) => part !== parts[index])
    return (same < 0 ? common : common.split('/').slice(0, same).join('/')) || '.'
  }, first)
}

// The nearest folder at or above a folder that is a site, from the top on.
function siteBetween(top: string, below: string): string | undefined {
  const folder = path.resolve(top, below)
  for (let known = folder; known !== path.resolve(top); known = path.dirname(known))
    if (existsSync(path.join(known, SITE_FILE))) return toSlashes(path.relative(top, known))
  return undefined
}

// A folder with nothing but templates is part of a folder of decks.
function withoutTemplates(folder: string): string {
  return path.posix.basename(folder) === TEMPLATES ? path.posix.dirname(folder) : folder
}

/** Whether a folder is missing or has nothing in it that is not hidden. */
export function isEmptyFolder(folder: string): boolean {
  return !existsSync(folder) || readdirSync(folder).every((name) => name.startsWith('.'))
}
