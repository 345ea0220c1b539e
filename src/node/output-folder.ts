import { existsSync, mkdirSync, readdirSync, readFileSync, realpathSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
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

/** An output folder that must not be written to; the message says why and what to do. */
export class OutputRefused extends Error {}

/**
 * Opens the folder of a site for a build. Throws `OutputRefused` where it holds anything that no build of ours wrote,
 * or where replacing it would take the decks away.
 */
export function openOutput(out: string, root: string): OutputFolder {
  const target = existsSync(out) ? realpathSync(out) : path.resolve(out)
  const source = realpathSync(root)
  if (source === target || source.startsWith(target + path.sep))
    throw new OutputRefused(`${out} holds the decks themselves; choose another folder with --out`)
  refuseForeign(target, out)
  const parent = path.dirname(target)
  mkdirSync(parent, { recursive: true })
  const name = path.basename(target)
  const staging = path.join(parent, `.${name}.hedgerow-${process.pid}`)
  const previous = `${staging}-old`
  removeLeftovers(parent, name)
  mkdirSync(staging)
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

// A build that was killed could not clean up. Its process number may live on as another build.
function removeLeftovers(parent: string, name: string): void {
  for (const entry of readdirSync(parent)) {
    const owner = entry.startsWith(`.${name}.hedgerow-`) ? Number.parseInt(entry.slice(`.${name}.hedgerow-`.length), 10) : Number.NaN
    if (Number.isNaN(owner) || isRunning(owner)) continue
    rmSync(path.join(parent, entry), { recursive: true, force: true })
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
