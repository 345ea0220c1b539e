import { existsSync, readdirSync } from 'node:fs'
import path from 'node:path'
import { type Forge, forgeFiles } from '../../core/forge-files/forge-files.ts'
import { knowsPads } from '../content/read-content.ts'
import { readForFrame } from '../files/read-file.ts'
import type { Release } from '../package/release.ts'
import type { Surroundings } from './look-around.ts'
import type { PlannedFile } from './planned-file.ts'
import { obstacleAt } from './write-missing.ts'

/** The forge that was asked for, or the one that is found. */
export type WorkflowChoice = Forge | 'none' | undefined

/** The workflow that publishes the site, or why there is none. */
interface PlannedWorkflow {
  readonly files: readonly PlannedFile[]
  readonly notes: readonly string[]
  /** Whether a workflow of the repository already publishes a site with Hedgerow. */
  readonly isThere: boolean
}

const NAMES: Readonly<Record<Forge, string>> = { github: 'GitHub Pages', gitlab: 'GitLab Pages', forgejo: 'the branch "pages"' }

const NO_RELEASE =
  'no workflow is written, since this copy of Hedgerow is not a release that other computers can install; run this command with a release to add one'

/** Plans the files that publish a folder of decks from its repository. */
export function planWorkflow(
  around: Surroundings,
  { release, forge: asked }: { readonly release: Release | undefined; readonly forge: WorkflowChoice },
): PlannedWorkflow {
  const { root, repository, content, decks } = around
  const forge = asked ?? around.forge
  const without = (...notes: readonly string[]): PlannedWorkflow => ({ files: [], notes, isThere: false })
  if (forge === 'none') return without()
  if (!repository && asked === undefined) return without('no workflow is written, since the folder is not in a git repository')
  if (forge === undefined)
    return without('no workflow is written, since it is unknown where the repository is hosted; name it, as in --ci github')
  const publishing = publishingFile(root)
  if (publishing?.isOurs === true) return { files: [], notes: [], isThere: true }
  if (publishing) return without(`no workflow is written, since ${publishing.path} already publishes a site`)
  if (!release) return without(NO_RELEASE)
  if (forge === 'github' && !release.repository.startsWith('https://github.com/'))
    return without('no workflow is written, since GitHub calls only workflows on github.com, and this release is not from there')
  const pads = content !== undefined && knowsPads(content)
  const files = forgeFiles(forge, { release, folder: decks, branch: repository?.branch ?? 'main', pads }).map(({ path: file, text }) => {
    const isPull = file.includes('pull')
    return { path: file, text, reason: isPull ? 'pulls the pads on working days' : `publishes the site with ${NAMES[forge]} when you push` }
  })
  const taken = files.filter((file) => obstacleAt(root, file.path) === 'it exists')
  return { files, notes: taken.map(byHand), isThere: false }
}

function byHand({ path: file, text }: PlannedFile): string {
  return `${file} exists; to publish the site, add this by hand:\n\n${text.replace(/^(?=.)/gm, '  ')}`
}

// Actions and tools that publish pages.
const PUBLISHES = /deploy-pages|gh-pages|git-pages|pages-action|^pages:/m

function publishingFile(root: string): { readonly path: string; readonly isOurs: boolean } | undefined {
  const folders = ['.github/workflows', '.forgejo/workflows', '.gitea/workflows']
  const files = folders.flatMap((folder) =>
    existsSync(path.join(root, folder)) ? readdirSync(path.join(root, folder)).map((name) => `${folder}/${name}`) : [],
  )
  for (const file of [...files.filter((name) => /\.ya?ml$/.test(name)), '.gitlab-ci.yml']) {
    const text = readForFrame(root, file) ?? ''
    const isOurs = /hedgerow/i.test(text) && !/hedgerow.*pull/i.test(path.basename(file))
    if (PUBLISHES.test(text) || /hedgerow.*publish|hedgerow build/i.test(text)) return { path: file, isOurs }
  }
  return undefined
}
