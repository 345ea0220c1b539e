import { spawnSync } from 'node:child_process'
import path from 'node:path'
import type { Diagnostic } from '../core/diagnostics/diagnostic.ts'
import { byLocation } from '../cli/terminal.ts'
import { packageFolder } from '../node/package/package-paths.ts'

/** The command, which is in the same package. */
export const PROGRAM = path.join(packageFolder, 'lib/cli/main.js')

/** What a build says of its site. */
export interface Build {
  /** Paths are from the root of the repository. */
  readonly decks: readonly BuiltDeck[]
  readonly diagnostics: readonly Diagnostic[]
}

export interface BuiltDeck {
  readonly id: string
  readonly path: string
  readonly title: string
  readonly slides: number
}

/** A build of no decks, for a folder that is not there yet. */
export const EMPTY: Build = { decks: [], diagnostics: [] }

// The list of messages of a large folder has some megabytes.
const MOST_BYTES = 512 * 1024 * 1024

/** Builds the decks of a folder of a repository, which is the current folder unless named. Returns undefined if that failed, which the command explains on standard error. */
export function runBuild(folder: string, options: readonly string[], repository = '.'): Build | undefined {
  return run(['build', ...options, '--json', '--', folder], folder, repository)
}

/** Merges parts of the site of a folder of the current repository. Returns undefined if that failed, which the command explains on standard error. */
export function runMerge(folder: string, parts: readonly string[], options: readonly string[]): Build | undefined {
  return run(['merge', ...options, `--root=${folder}`, '--json', '--', ...parts], folder, '.')
}

function run(words: readonly string[], folder: string, repository: string): Build | undefined {
  const { status, stdout } = spawnSync(process.execPath, [PROGRAM, ...words], {
    cwd: repository,
    encoding: 'utf8',
    maxBuffer: MOST_BYTES,
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  // 1 also if a deck has errors; then the others are built, and standard output has a summary.
  if ((status !== 0 && status !== 1) || stdout.trim() === '') return undefined
  // The command writes it.
  const { decks, diagnostics } = JSON.parse(stdout) as Build
  const fromRoot = (file: string) => path.posix.normalize(`${folder}/${file}`)
  return {
    decks: decks.map((deck) => ({ ...deck, path: fromRoot(deck.path) })),
    diagnostics: diagnostics.map((diagnostic) => ({ ...diagnostic, file: fromRoot(diagnostic.file) })).toSorted(byLocation),
  }
}
