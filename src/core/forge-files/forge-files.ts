import type { ForgeFacts, ForgeFile } from './forge-facts.ts'
import { forgejoFiles } from './forgejo-files.ts'
import { githubFiles } from './github-files.ts'
import { gitlabFiles } from './gitlab-files.ts'

/** Where a repository is hosted. */
export type Forge = 'github' | 'gitlab' | 'forgejo'

const MAKERS: Readonly<Record<Forge, (facts: ForgeFacts) => readonly ForgeFile[]>> = {
  github: githubFiles,
  gitlab: gitlabFiles,
  forgejo: forgejoFiles,
}

/** The files that publish a folder of decks from a repository, with paths from its root. */
export function forgeFiles(forge: Forge, facts: ForgeFacts): readonly ForgeFile[] {
  return MAKERS[forge](facts)
}
