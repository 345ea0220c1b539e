import { lstatSync, readdirSync, realpathSync, statSync } from 'node:fs'
import path from 'node:path'
import { leadsInside, OUTPUT_MARK } from '../node/content/discover.ts'
import { fileState, stateFrom } from '../node/files/file-state.ts'

/** What is seen of a content root at one moment; what differs from the last has changed. */
export interface FolderStates {
  /** An id for each folder, by its path; another one where another folder has taken its place. */
  readonly folders: ReadonlyMap<string, string>
  /** What `stateOf` says of each file, by its path. */
  readonly files: ReadonlyMap<string, string>
}

// Ten thousand files take a fifth of a second, for which requests would wait.
const AT_ONCE = 200
const YOUNG = ' young'

/** Looks at all files of a content root that are not hidden; `undefined` where the root cannot be read. */
export async function folderStates(root: string): Promise<FolderStates | undefined> {
  const folders = new Map<string, string>()
  const files: string[] = []
  const visit = (folder: string): void => {
    const found = entriesOf(path.join(root, folder))
    if (!found || found.entries.some(({ name }) => name === OUTPUT_MARK)) return
    folders.set(folder, found.id)
    for (const entry of found.entries) {
      if (entry.name.startsWith('.') || entry.name === 'node_modules') continue
      const relative = folder === '' ? entry.name : `${folder}/${entry.name}`
      if (entry.isDirectory()) visit(relative)
      else files.push(relative)
    }
  }
  visit('')
  if (!folders.has('')) return undefined
  const states = new Map<string, string>()
  for (const [index, file] of files.entries()) {
    states.set(file, stateOf(root, file))
    if (index % AT_ONCE === AT_ONCE - 1) await new Promise(setImmediate)
  }
  return { folders, files: states }
}

/** What is seen of one file; empty where there is none. */
export function stateOf(root: string, file: string): string {
  const absolute = path.join(root, file)
  try {
    const facts = lstatSync(absolute)
    if (facts.isDirectory()) return ''
    const { id, isYoung } = stateFrom(facts)
    // Ignore the target of a link that leads out of the root.
    if (facts.isSymbolicLink()) return leadsInside(realpathSync(root), absolute) ? `${id} ${fileState(absolute).id}` : id
    return isYoung ? id + YOUNG : id
  } catch {
    return ''
  }
}

/** What is at a path now; a link counts as a file, wherever it leads. */
export function kindOf(root: string, file: string): 'file' | 'folder' | undefined {
  try {
    return lstatSync(path.join(root, file)).isDirectory() ? 'folder' : 'file'
  } catch {
    return undefined
  }
}

/** Whether two states are of one file that has got older. It may have changed between them without a trace. */
export function hasAged(before: string, now: string): boolean {
  return before === now + YOUNG
}

function entriesOf(folder: string) {
  try {
    const { dev, ino, birthtimeMs } = statSync(folder)
    return { id: `${dev} ${ino} ${birthtimeMs}`, entries: readdirSync(folder, { withFileTypes: true }) }
  } catch {
    return undefined
  }
}
