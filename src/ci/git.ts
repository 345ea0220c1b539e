import { execFileSync } from 'node:child_process'

// Large files stay as they are in git, as in the checkout: there is no token to load them with.
const surroundings = { ...process.env, GIT_LFS_SKIP_SMUDGE: '1' }

/** Runs git in the current folder and returns what it prints. Throws if it fails. */
export function git(...args: readonly string[]): string {
  return execFileSync('git', args, {
    encoding: 'utf8',
    env: surroundings,
    maxBuffer: 64 * 1024 * 1024,
    stdio: ['ignore', 'pipe', 'inherit'],
  })
}

/** The commit that a change started from: the last one in common with a branch or commit. */
export function startOf(against: string): string {
  const commit = git('rev-parse', '--verify', '--end-of-options', `${against}^{commit}`).trim()
  try {
    return git('merge-base', 'HEAD', commit).trim()
  } catch {
    // A shallow clone need not contain the commit in common.
    return commit
  }
}

/** The files of a folder that differ between a commit and the current one. */
export function changedFiles(since: string, folder: string): readonly string[] {
  const printed = git('diff', '--name-only', '-z', '--no-renames', since, 'HEAD', '--', `:(literal)${folder}`)
  return printed.split('\0').filter((file) => file !== '')
}
