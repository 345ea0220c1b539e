import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
  lstatSync,
} from 'node:fs'
import path from 'node:path'
import { OUTPUT_MARK } from './discover.ts'

/** An output folder that is filled beside its place and takes it in one step. */
export interface OutputFolder {
  /** Where the files are written until then. */
  readonly staging: string
  /** Puts the new site in place of the old one; `files` are the paths that it holds. */
  readonly commit: (files: readonly string[]) => void
  /** Removes what has been written; the old site stays. */
  readonly discard: () => void
}

// The old site, while the new one takes its place.
const OLD = '-old'

/** An output folder that must not be written to; the message says why and what to do. */
export class OutputRefused extends Error {}

/**
 * Opens the folder of a site for a build. Throws `OutputRefused` where it holds anything that no build of ours wrote,
 * or where replacing it would take the decks away.
 */
export function openOutput(out: string, root: string): OutputFolder {
  try {
    return open(out, root)
  } catch (cause) {
    if (!(cause instanceof Error && 'code' in cause)) throw cause
    throw new OutputRefused(
      `${out || 'the folder without a name'} cannot be written (${String(cause.code)}); choose another folder with --out`,
    )
  }
}

function open(out: string, root: string): OutputFolder {
  const target = lstatSync(out, { throwIfNoEntry: false }) ? realpathSync(out) : path.resolve(out)
  const source = realpathSync(root)
  if (source === target || !path.relative(target, source).startsWith('..'))
    throw new OutputRefused(`${out} holds the decks themselves; choose another folder with --out`)
  refuseForeign(target, out)
  const parent = path.dirname(target)
  mkdirSync(parent, { recursive: true })
  const name = path.basename(target)
  cleanUp(parent, name)
  const staging = mkdtempSync(path.join(parent, `.${name}.hedgerow-${process.pid}-`))
  chmodSync(staging, 0o755)
  const previous = `${staging}${OLD}`
  writeFileSync(path.join(staging, OUTPUT_MARK), '{"files":[]}')
  return {
    staging,
    commit(files) {
      writeFileSync(path.join(staging, OUTPUT_MARK), `${JSON.stringify({ files: files.toSorted() })}\n`)
      if (existsSync(target)) renameSync(target, previous)
      try {
        renameSync(staging, target)
      } catch (cause) {
        if (existsSync(previous)) renameSync(previous, target)
        throw cause
      }
      rmSync(previous, { recursive: true, force: true })
    },
    discard: () => rmSync(staging, { recursive: true, force: true }),
  }
}

function refuseForeign(target: string, out: string): void {
  if (!existsSync(target)) return
  if (!statSync(target).isDirectory()) throw new OutputRefused(`${out} is a file; choose another folder with --out`)
  const mark = path.join(target, OUTPUT_MARK)
  const ours = new Set([OUTPUT_MARK, ...(existsSync(mark) ? readMark(mark) : [])])
  const foreign = filesBelow(target, '').find((file) => !ours.has(file))
  if (foreign === undefined) return
  throw new OutputRefused(`${out} holds ${foreign}, which no build has written; move it away, or choose another folder with --out`)
}

function readMark(file: string): string[] {
  try {
    const { files } = JSON.parse(readFileSync(file, 'utf8')) as { files?: unknown }
    return Array.isArray(files) ? files.map(String) : []
  } catch {
    return []
  }
}

function filesBelow(root: string, folder: string): string[] {
  return readdirSync(path.join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const relative = folder === '' ? entry.name : `${folder}/${entry.name}`
    if (entry.isDirectory()) return filesBelow(root, relative)
    return [relative]
  })
}

// A build that was killed could not clean up. Between its two renames the old site stands beside its place: it goes back.
// The process number may live on as another build, or be ours, as in containers, where every build has the same.
function cleanUp(parent: string, name: string): void {
  const target = path.join(parent, name)
  for (const entry of readdirSync(parent)) {
    const rest = entry.startsWith(`.${name}.hedgerow-`) ? entry.slice(`.${name}.hedgerow-`.length) : ''
    const owner = /^(\d+)(?=-|$)/.exec(rest)?.[1]
    if (owner === undefined || (Number(owner) !== process.pid && isRunning(Number(owner)))) continue
    const left = path.join(parent, entry)
    if (entry.endsWith(OLD) && !existsSync(target)) renameSync(left, target)
    else rmSync(left, { recursive: true, force: true })
  }
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch {
    return false
  }
}
