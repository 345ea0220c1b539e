// Publishes the files that make-release.mjs has made, for the tag that GitHub runs a workflow for: a tag with the files of the package
// for git addresses, and a release. Runs no code of the package.
import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { commitPackage } from './release/commit-package.mjs'

const folder = path.resolve(process.argv[2] ?? 'release')
const run = (command, ...args) => execFileSync(command, args, { stdio: 'inherit' })
const tag = process.env.GITHUB_REF_NAME
if (!/^v\d[\w.+-]*$/.test(tag ?? '')) throw new Error(`the tag must be that of a version; got ${JSON.stringify(tag)}`)
const version = tag.slice(1)

const sums = path.join(folder, 'SHA256SUMS')
const files = readFileSync(sums, 'utf8')
  .split('\n')
  .filter(Boolean)
  .map((line) => {
    const [digest, name] = line.split('  ')
    const file = path.join(folder, path.basename(name))
    const found = createHash('sha256').update(readFileSync(file)).digest('hex')
    if (found !== digest) throw new Error(`${name} has another digest than in SHA256SUMS`)
    return file
  })
const tarball = path.join(folder, `hedgerow-${version}.tgz`)
if (!files.includes(tarball)) throw new Error(`SHA256SUMS does not list ${path.basename(tarball)}`)

// First, so that a release whose package cannot be installed from git is not published.
const commit = execFileSync('git', ['rev-parse', 'HEAD'], { encoding: 'utf8' }).trim()
run('git', 'push', 'origin', `refs/tags/${commitPackage('.', tarball, { version, commit })}`)
const notes = ['--verify-tag', '--title', `Hedgerow ${version}`, '--notes-file', path.join(folder, 'notes.md')]
run('gh', 'release', 'create', tag, ...files, sums, ...notes, ...(version.includes('-') ? ['--prerelease'] : []))
