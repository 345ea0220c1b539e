import { existsSync, statSync } from 'node:fs'
import path from 'node:path'
import { SITE_FILE } from '../core/config/read-site-options.ts'
import { toSlashes } from '../node/files/to-slashes.ts'
import { WrongUse } from './exit.ts'

export interface FoundDecks {
  /** Folder of the decks. */
  readonly root: string
  /** Path of the one deck that is meant, relative to it. */
  readonly only?: string
}

/** The folder of decks, or the one deck, that somebody has named. A deck belongs to the nearest folder above it that has options of a site. */
export function findDecks(target: string): FoundDecks {
  if (!existsSync(target)) throw new WrongUse(`${target} does not exist`)
  if (statSync(target).isDirectory()) return { root: target }
  if (!/\.md$/i.test(target)) throw new WrongUse(`${target} is neither a folder of decks nor a markdown file`)
  const file = path.resolve(target)
  const root = siteAbove(path.dirname(file)) ?? path.dirname(file)
  return { root, only: toSlashes(path.relative(root, file)) }
}

function siteAbove(folder: string): string | undefined {
  if (existsSync(path.join(folder, SITE_FILE))) return folder
  const above = path.dirname(folder)
  return above === folder ? undefined : siteAbove(above)
}
