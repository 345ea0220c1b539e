import { execFileSync } from 'node:child_process'
import path from 'node:path'
import { makeFolder, writeFiles } from './make-folder.ts'

/** Runs git in a folder, as a person with a name and without settings of the machine. */
export function runGit(folder: string, ...args: readonly string[]): string {
  return execFileSync('git', ['-c', 'user.name=A', '-c', 'user.email=a@localhost', ...args], {
    cwd: folder,
    encoding: 'utf8',
    stdio: 'pipe',
  }).trim()
}

/** A bare repository `group/talks.git` on a branch `main`, with files in its first commit, and a clone to work in. */
export function makeRepository(files: Readonly<Record<string, string>>) {
  const home = makeFolder()
  const origin = path.join(home, 'group/talks.git')
  runGit(home, 'init', '--quiet', '--bare', '--initial-branch=main', origin)
  runGit(origin, 'config', 'receive.advertisePushOptions', 'true')
  runGit(origin, 'config', 'uploadpack.allowAnySHA1InWant', 'true')
  const work = path.join(home, 'work')
  runGit(home, 'clone', '--quiet', origin, work)
  runGit(work, 'checkout', '--quiet', '-B', 'main')
  const commit = (added: Readonly<Record<string, string>>, message: string) => {
    writeFiles(work, added)
    runGit(work, 'add', '--all')
    runGit(work, 'commit', '--quiet', '--allow-empty', '-m', message)
    return runGit(work, 'rev-parse', 'HEAD')
  }
  commit(files, 'First')
  runGit(work, 'push', '--quiet', 'origin', 'main')
  return { home, origin, work, commit, git: (...args: readonly string[]) => runGit(work, ...args) }
}
