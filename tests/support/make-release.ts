import { execFile, execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, realpathSync, symlinkSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { onTestFinished } from 'vitest'
import { makeFolder } from './make-folder.ts'

export const home = fileURLToPath(new URL('../..', import.meta.url))

/** Runs a program until it ends; returns its output. */
export function run(folder: string, command: string, ...args: readonly string[]): string {
  return execFileSync(command, args, { cwd: folder, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] })
}

/** Makes the files of a release from the files as they are: `npm test` has just compiled them. */
export async function makeRelease(out: string, repository: string, env: Readonly<Record<string, string>>): Promise<void> {
  const args = ['scripts/make-release.mjs', '--working-tree', '--repository', repository, '--out', out]
  await promisify(execFile)(process.execPath, args, { cwd: home, env: { ...process.env, ...env } })
}

/** The SHA-256 of each file in a folder, by path. */
export function digestsIn(folder: string): Readonly<Record<string, string>> {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
  const names = files.map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name))).toSorted()
  const digest = (name: string) =>
    createHash('sha256')
      .update(readFileSync(path.join(folder, name)))
      .digest('hex')
  return Object.fromEntries(names.map((name) => [name, digest(name)]))
}

/** A bare repository with the commit that is checked out. It borrows the objects of this one. */
export function bareRepository(): string {
  const folder = path.join(makeFolder(), 'hedgerow.git')
  const commit = run(home, 'git', 'rev-parse', 'HEAD').trim()
  run(home, 'git', 'clone', '--quiet', '--bare', '--shared', '.', folder)
  run(folder, 'git', 'update-ref', 'refs/heads/main', commit)
  run(folder, 'git', 'symbolic-ref', 'HEAD', 'refs/heads/main')
  return folder
}

/** The path of a program. */
export function whereIs(name: string): string {
  return realpathSync(run(home, 'sh', '-c', `command -v ${name}`).trim())
}

/** A PATH with Node.js and a shell only: no git, no compiler. */
export function barePath(): string {
  const folder = makeFolder()
  symlinkSync(process.execPath, path.join(folder, 'node'))
  symlinkSync(whereIs('sh'), path.join(folder, 'sh'))
  return folder
}

/** Serves the files of a folder until the test ends; returns its address. */
export async function serveFiles(folder: string): Promise<string> {
  const server = createServer((request, response) => {
    const file = path.join(folder, path.basename(request.url ?? ''))
    if (existsSync(file)) response.end(readFileSync(file))
    else response.writeHead(404).end()
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => void server.close())
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}
