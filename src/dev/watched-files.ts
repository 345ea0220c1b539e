import { lstatSync, readdirSync, realpathSync, statSync } from 'node:fs'
import path from 'node:path'
import { leadsInside, OUTPUT_MARK } from '../node/content/discover.ts'
import { fileState, stateFrom } from '../node/files/file-state.ts'

/** A snapshot of a content root; what differs from the one before has changed. */
export interface FolderStates {
  /** An id for each folder, by its path; it differs if the folder was replaced. */
  readonly folders: ReadonlyMap<string, string>
  /** The `stateOf` each file, by its path. */
  readonly files: ReadonlyMap<string, string>
}

// Scanning ten thousand files takes 0.2 s, which would block requests, so it pauses after this many.
const AT_ONCE = 200
const YOUNG = ' young'

/** The states of all files in a content root that are not hidden; `undefined` if the root cannot be read. */
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

/** The state of one file as a text that differs after a change; empty if there is no file. */
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

/** What is at a path now; a link counts as a file, whatever its target. */
export function kindOf(root: string, file: string): 'file' | 'folder' | undefined {
  try {
    return lstatSync(path.join(root, file)).isDirectory() ? 'folder' : 'file'
  } catch {
    return undefined
  }
}

/** Whether two states differ only in age. A change right after the first would not show in its time stamp. */
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
