import { existsSync, readdirSync, realpathSync } from 'node:fs'
import path from 'node:path'
import { DECKS } from '../../core/files.ts'
import { type Forge } from '../../core/forge-files/forge-files.ts'
import { forgeOfHost, type Remote, readRemote } from '../../core/setup/read-remote.ts'
import type { Content } from '../content/read-content.ts'
import { toSlashes } from '../files/paths.ts'
import { findDecksFolder, isEmptyFolder } from './find-decks-folder.ts'
import { readRepository, type Repository } from './read-repository.ts'

/** What is around a folder that is to become a site. */
export interface Surroundings {
  /** Where the files of the project are: the root of the repository, else the folder. */
  readonly root: string
  /** The folder of decks, from there; "." is the root. It need not exist. */
  readonly decks: string
  /** What is in it; missing if there are no decks yet. */
  readonly content?: Content
  /** The folder as it was given, if it does not exist. */
  readonly missing?: string
  readonly repository?: Repository
  readonly remote?: Remote
  readonly forge?: Forge
}

/** Looks at a folder, which need not exist, and at the repository that it is in. Throws if it cannot be read. */
export function lookAround(given: string): Surroundings {
  const folder = realPath(path.resolve(given))
  const repository = readRepository(folder)
  const root = repository?.root ?? folder
  const found = isEmptyFolder(folder) ? undefined : findDecksFolder(folder)
  const decks = found?.folder ?? path.join(folder, path.basename(folder) === DECKS ? '.' : DECKS)
  const remote = repository?.remote === undefined ? undefined : readRemote(repository.remote)
  const forge = (remote && forgeOfHost(remote.host)) ?? forgeOfFiles(root)
  return {
    root,
    decks: toSlashes(path.relative(root, decks)) || '.',
    ...(found && { content: found.content }),
    ...(!existsSync(folder) && { missing: given }),
    ...(repository && { repository }),
    ...(remote && { remote }),
    ...(forge && { forge }),
  }
}

// A folder that is still to be made is in one that is there.
function realPath(folder: string): string {
  return existsSync(folder) ? realpathSync.native(folder) : path.join(realPath(path.dirname(folder)), path.basename(folder))
}

const FILES: readonly (readonly [Forge, readonly string[]])[] = [
  ['forgejo', ['.forgejo', '.gitea']],
  ['gitlab', ['.gitlab-ci.yml', '.gitlab']],
  ['github', ['.github']],
]

function forgeOfFiles(root: string): Forge | undefined {
  const names = existsSync(root) ? readdirSync(root) : []
  return FILES.find(([, marks]) => marks.some((name) => names.includes(name)))?.[0]
}
