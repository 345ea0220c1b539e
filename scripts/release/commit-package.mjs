import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'

const AUTHOR = { name: 'Hedgerow', email: 'hedgerow@localhost' }

/**
 * Tags a commit without parents that has exactly the files of a package, for `npm install` of a git address: npm compiles no package
 * under `--ignore-scripts`. Returns the tag. The same package gives the same commit. Throws if it is not that of `expected`: what the
 * package says of itself comes from a job that runs code from packages.
 */
export function commitPackage(repository, tarball, expected) {
  const work = mkdtempSync(path.join(os.tmpdir(), 'hedgerow-package-'))
  try {
    const files = path.join(work, 'files')
    mkdirSync(files)
    execFileSync('tar', ['-xzf', path.resolve(tarball), '--strip-components=1', '-C', files])
    const { version, gitHead } = JSON.parse(readFileSync(path.join(files, 'package.json'), 'utf8'))
    if (gitHead === undefined) throw new Error('the package names no commit: make it with --repository')
    for (const [wanted, found] of [
      [expected.version, version],
      [expected.commit, gitHead],
    ])
      if (found !== wanted) throw new Error(`the package must be that of ${wanted}; it is that of ${JSON.stringify(found)}`)
    const env = { ...process.env, GIT_INDEX_FILE: path.join(work, 'index'), GIT_WORK_TREE: files }
    const git = (...args) => execFileSync('git', args, { cwd: repository, env, encoding: 'utf8' }).trim()
    env.GIT_DIR = path.resolve(repository, git('rev-parse', '--absolute-git-dir'))
    const date = git('log', '-1', '--format=%ct +0000', gitHead)
    for (const role of ['AUTHOR', 'COMMITTER'])
      Object.assign(env, { [`GIT_${role}_NAME`]: AUTHOR.name, [`GIT_${role}_EMAIL`]: AUTHOR.email, [`GIT_${role}_DATE`]: date })
    // Whatever git is told to ignore or to convert on this machine.
    git('-c', 'core.autocrlf=false', '-c', 'core.attributesFile=/dev/null', 'add', '--all', '--force', '.')
    const commit = git('commit-tree', git('write-tree'), '-m', `Package of version ${version}, made from ${gitHead}`)
    // Not v…: npm would take it for a version before v…, and the release workflow for a release.
    const tag = `package-v${version}`
    git('update-ref', `refs/tags/${tag}`, commit)
    return tag
  } finally {
    rmSync(work, { recursive: true })
  }
}
