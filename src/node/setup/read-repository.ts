import { existsSync, readdirSync, statSync } from 'node:fs'
import path from 'node:path'
import { readInside } from '../files/read-file.ts'

/** A git repository as its files show it. */
export interface Repository {
  /** Its work tree. */
  readonly root: string
  /** Address of its remote, as written: it may contain a password. */
  readonly remote?: string
  /** The branch that is published. */
  readonly branch: string
}

// In bytes.
const LARGEST = 1_000_000

/** The git repository that a folder is in. Reads its files: git need not be installed, and runs nothing that a repository names. */
export function readRepository(folder: string): Repository | undefined {
  for (let root = folder; ; root = path.dirname(root)) {
    const own = gitFolder(root)
    if (own !== undefined) return describe(root, own)
    if (root === path.dirname(root)) return undefined
  }
}

// In a work tree of another repository and in a submodule, `.git` is a file that names the folder.
function gitFolder(root: string): string | undefined {
  const entry = path.join(root, '.git')
  const facts = statSync(entry, { throwIfNoEntry: false })
  if (facts?.isDirectory()) return existsSync(path.join(entry, 'HEAD')) ? entry : undefined
  const named = facts?.isFile() ? /^gitdir: (.+)$/m.exec(read(root, '.git'))?.[1] : undefined
  return named === undefined ? undefined : path.resolve(root, named)
}

function describe(root: string, own: string): Repository {
  const shared = path.resolve(own, read(own, 'commondir').trim() || '.')
  const remotes = remotesOf(read(shared, 'config'))
  const [name, remote] = remotes.find(([known]) => known === 'origin') ?? remotes[0] ?? []
  const branch =
    /^ref: refs\/remotes\/[^/]+\/(.+)$/m.exec(name === undefined ? '' : read(path.join(shared, 'refs/remotes', name), 'HEAD'))?.[1] ??
    ['main', 'master'].find((known) => hasBranch(shared, known)) ??
    /^ref: refs\/heads\/(.+)$/m.exec(read(own, 'HEAD'))?.[1] ??
    'main'
  return { root, ...(remote !== undefined && { remote }), branch }
}

function hasBranch(shared: string, branch: string): boolean {
  return existsSync(path.join(shared, 'refs/heads', branch)) || read(shared, 'packed-refs').includes(` refs/heads/${branch}\n`)
}

/** Names and addresses of the remotes in git's configuration. */
export function remotesOf(config: string): readonly (readonly [name: string, address: string])[] {
  const found: [string, string][] = []
  let remote: string | undefined
  for (const line of config.split(/\r?\n/)) {
    const section = /^\s*\[\s*([\w.-]+)(?:\s+"((?:[^"\\]|\\.)*)")?\s*\]/.exec(line)
    if (section) remote = section[1]?.toLowerCase() === 'remote' ? section[2]?.replace(/\\(.)/g, '$1') : undefined
    const address = /^\s*url\s*=\s*"?([^"#;]*[^"#;\s])/i.exec(line)?.[1]
    if (remote !== undefined && address !== undefined && !found.some(([name]) => name === remote)) found.push([remote, address])
  }
  return found
}

function read(folder: string, file: string): string {
  try {
    return readInside(folder, file, LARGEST).toString('utf8')
  } catch {
    // Without it, there is less to suggest.
    return ''
  }
}

/** The name of an entry of a folder in the spelling that it has there, whatever the case. */
export function spellingOf(folder: string, name: string): string | undefined {
  try {
    const names = readdirSync(folder)
    return names.includes(name) ? name : names.find((known) => known.toLowerCase() === name.toLowerCase())
  } catch {
    return undefined
  }
}
