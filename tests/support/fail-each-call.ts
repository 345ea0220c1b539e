import { cpSync, readFileSync, rmSync, utimesSync } from 'node:fs'
import path from 'node:path'
import { expect } from 'vitest'
import { describeFailure } from '../../src/cli/describe-failure.ts'
import type { Terminal } from '../../src/cli/terminal.ts'
import { filesBelow } from '../../src/node/site/write-site.ts'
import { LOCK_FILE } from '../../src/node/site/folder-lock.ts'
import { type CallKind, withFailure } from './failing-files.ts'
import { makeFolder, writeFiles } from './make-folder.ts'

/** What the operating system is asked for. */
export const KINDS = ['open', 'write', 'rename', 'unlink', 'fsync'] as const
// What a full disk, an exhausted or a broken machine and a wrong owner say.
const CODES = ['ENOSPC', 'EDQUOT', 'EIO', 'EMFILE', 'ENFILE', 'EROFS', 'EACCES', 'ENAMETOOLONG'] as const
const FILES = {
  'talks/a.md': '---\ntype: slide\ntilte: A\n---\n\n# A\n\n![x](p.png)\n',
  'talks/b.md': '---\ntype: slide\ntilte: B\n---\n\n# B\n',
  'talks/p.png': 'picture',
}

/** A command that writes below a folder, whose decks are in `talks`. */
export interface Command {
  readonly run: (folder: string, terminal: Terminal) => Promise<number> | number
  /** What may be half done when it has failed: some files are new and the others are old. */
  readonly isPerFile: boolean
}

/** A terminal that keeps what it is told. */
function listen(): Terminal & { readonly lines: string[] } {
  const lines: string[] = []
  const keep = (line: string) => void lines.push(line)
  return { lines, print: keep, command: keep, log: keep, progress: () => undefined, paint: (_, text) => text }
}

function contentOf(folder: string): ReadonlyMap<string, string> {
  const files = filesBelow(folder).filter((file) => path.basename(file) !== LOCK_FILE)
  return new Map(files.toSorted().map((file) => [file, readFileSync(path.join(folder, file), 'latin1')]))
}

function copyOf(folder: string): string {
  const copy = path.join(path.dirname(makeFolder()), 'place')
  cpSync(folder, copy, { recursive: true })
  return copy
}

interface Places {
  readonly before: string
  readonly old: ReadonlyMap<string, string>
  readonly fresh: ReadonlyMap<string, string>
}

async function placesOf({ run }: Command): Promise<Places> {
  const before = path.join(path.dirname(makeFolder()), 'before')
  writeFiles(before, FILES)
  const after = copyOf(before)
  await run(after, listen())
  return { before, old: contentOf(before), fresh: contentOf(after) }
}

/** Runs a command while one call fails. Returns whether one did. */
async function failOnce(
  { run, isPerFile }: Command,
  failure: { kind: CallKind; nth: number; code: string },
  { before, old, fresh }: Places,
) {
  const folder = copyOf(before)
  const terminal = listen()
  const { result, calls } = await withFailure({ ...failure, below: folder }, () => run(folder, terminal))
  if (calls.failed === undefined) return false
  const what = `${failure.kind} ${failure.nth} ${failure.code} ${path.relative(folder, calls.failed)}`
  const now = contentOf(folder)
  const isWhole = (file: string) => now.get(file) === old.get(file) || now.get(file) === fresh.get(file)
  const state = equals(now, fresh)
    ? 'new'
    : equals(now, old)
      ? 'old'
      : isPerFile && [...now.keys()].every((file) => isTemporary(file) || isWhole(file))
        ? 'some'
        : 'half'
  // A file of the author's that cannot be read for a moment may be left out; the rest is made.
  const isLeftOut = calls.failed.startsWith(path.join(folder, 'talks')) && ['EACCES', 'ENAMETOOLONG'].includes(failure.code)
  if (!isLeftOut) expect(`${what}: ${state}`).not.toContain('half')
  const said = result instanceof Error ? describeFailure(result, false).lines.join('\n') : terminal.lines.join('\n')
  expect(`${what}: ${said}`).not.toContain('bug in Hedgerow')
  if (state !== 'new' && !isLeftOut) {
    expect(`${what}: ${result instanceof Error ? 1 : result}`).toBe(`${what}: 1`)
    expect(`${what}: ${said}`).toMatch(/cannot be|cannot |not fixed|too long|is not read/)
  }
  // A later start does what is left, and leaves nothing behind.
  for (const file of now.keys()) if (isTemporary(file)) utimesSync(path.join(folder, file), 1, 1)
  if (state !== 'new') await run(folder, listen())
  expect(`${what}: ${[...contentOf(folder).keys()].join(' ')}`).toBe(`${what}: ${[...fresh.keys()].join(' ')}`)
  rmSync(folder, { recursive: true })
  return true
}

const isTemporary = (file: string) => path.basename(file).startsWith('.')

const equals = (one: ReadonlyMap<string, string>, other: ReadonlyMap<string, string>) =>
  one.size === other.size && [...one].every(([file, content]) => other.get(file) === content)

// Set HEDGEROW_EACH_CALL to let each call fail, and not every third: that takes minutes.
const STEP = process.env['HEDGEROW_EACH_CALL'] === undefined ? 3 : 1

/** Lets calls of a kind fail, each with one of the errors in turn. */
export async function failEachCall(command: Command, kind: CallKind): Promise<void> {
  const places = await placesOf(command)
  for (let nth = 1, hasFailed = true; hasFailed; nth += STEP)
    hasFailed = await failOnce(command, { kind, nth, code: CODES[nth % CODES.length] ?? 'EIO' }, places)
}
