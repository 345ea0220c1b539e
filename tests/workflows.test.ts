import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { register } from 'node:module'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { type Forge, forgeFiles } from '../src/core/forge-files/forge-files.ts'
import { makeFolder, writeFiles } from './support/make-folder.ts'
import type { Job } from './support/run-job.ts'

const root = path.resolve(import.meta.dirname, '..')
const ours = readdirSync(path.join(root, '.github/workflows')).map((name) => ({
  path: `.github/workflows/${name}`,
  text: readFileSync(path.join(root, '.github/workflows', name), 'utf8'),
}))
const release = { version: '0.1.0', repository: 'https://x.example/o/hedgerow', commit: '0'.repeat(40), tarball: 'https://x.example/h.tgz' }
const made = (forge: Forge) => forgeFiles(forge, { release, folder: 'talks/-x "y" ${{ z }}: #', branch: 'c++', pads: true })
const workflows = [...ours, ...made('github'), ...made('forgejo')]
const reusable = ours.filter(({ path: file }) => /\/(publish|pull)\.yml$/.test(file))
const jobsOf = (text: string) => (parse(text) as { jobs: Readonly<Record<string, Job>> }).jobs

describe('the schemas of the forges', () => {
  // The parser imports JSON without an attribute, which Node.js 20 refuses.
  const hooks = `export const load = (url, context, next) =>
    next(url, url.endsWith('.json') ? { ...context, importAttributes: { type: 'json' } } : context)`
  register(`data:text/javascript,${encodeURIComponent(hooks)}`)

  async function errorsOf(text: string): Promise<readonly string[]> {
    const { NoOperationTraceWriter, parseWorkflow } = await import('@actions/workflow-parser')
    const { context } = parseWorkflow({ name: 'workflow.yml', content: text }, new NoOperationTraceWriter())
    return context.errors.getErrors().map(({ message }) => message)
  }

  test.each(workflows)('GitHub’s allows $path', async ({ text }) => {
    expect(await errorsOf(text)).toEqual([])
  })

  test('GitHub’s does not allow a property that it does not know', async () => {
    const [publish] = reusable
    expect(await errorsOf(publish?.text.replace('runs-on:', 'run-on:') ?? '')).not.toEqual([])
  })

  // Sets have `union` since Node.js 22.
  const union = `data:text/javascript,${encodeURIComponent('Set.prototype.union ??= function (other) { return new Set([...this, ...other]) }')}`

  function listGitlab(text: string): string {
    const folder = makeFolder()
    writeFiles(folder, { '.gitlab-ci.yml': text })
    const git = (...args: readonly string[]) => execFileSync('git', args, { cwd: folder })
    git('init', '--quiet')
    git('remote', 'add', 'origin', 'https://gitlab.example/group/talks.git')
    git('update-ref', 'refs/remotes/origin/main', commitOf(folder))
    git('symbolic-ref', 'refs/remotes/origin/HEAD', 'refs/remotes/origin/main')
    const program = path.join(root, 'node_modules/gitlab-ci-local/dist/index.js')
    const { stdout, stderr } = spawnSync(process.execPath, ['--import', union, program, '--list'], { cwd: folder, encoding: 'utf8' })
    return `${stdout}${stderr}`
  }

  function commitOf(folder: string): string {
    const git = (...args: readonly string[]) => execFileSync('git', args, { cwd: folder, encoding: 'utf8' }).trim()
    return git(
      '-c',
      'user.name=A',
      '-c',
      'user.email=a@localhost',
      'commit-tree',
      '-m',
      'x',
      git('hash-object', '-wt', 'tree', '/dev/null'),
    )
  }

  test('GitLab’s allows what is written for GitLab, and not a property that it does not know', { timeout: 120_000 }, () => {
    const [file] = made('gitlab')
    expect(listGitlab(file?.text ?? '')).toMatch(/json schema validated/)
    expect(listGitlab(file?.text.replace('timeout:', 'timeoot:') ?? '')).toContain("'timeoot' property is not expected")
    const guide = readFileSync(path.join(root, 'docs/large-archives.md'), 'utf8')
    const [, inParts = ''] = /^```yaml\n(slides-part:\n[^]*?)^```/m.exec(guide) ?? []
    expect(inParts).toContain('HEDGEROW_SHARD')
    const [before = '', after = ''] = file?.text.split(/^pages:\n(?:.*\n)*?\n/m) ?? []
    expect(listGitlab(`${before}${inParts}\n${after}`)).toMatch(/json schema validated/)
  })
})

test.each(workflows)('$path pins actions by commit, and never runs with the rights of the target of a pull request', ({ text }) => {
  expect(text).not.toContain('pull_request_target')
  const commit = '@[0-9a-f]{40} # v\\d+\\.\\d+\\.\\d+'
  const allowed = new RegExp(
    `^uses: (?:actions/[a-z-]+${commit}|o/hedgerow/\\.github/workflows/[a-z]+\\.yml${commit}|\\./\\.github/workflows/[a-z]+\\.yml)$`,
  )
  for (const line of text.match(/(?<=^[- ]*)uses: .*/gm) ?? []) expect(line).toMatch(allowed)
})

test.each(reusable.flatMap(({ path: file, text }) => Object.entries(jobsOf(text)).map(([name, job]) => ({ file, name, job }))))(
  'the job $name of $file runs packages or can write, never both',
  ({ job }) => {
    const scripts = job.steps.map(({ run = '' }) => run).join('\n')
    const canWrite = Object.values(job.permissions ?? {}).includes('write')
    expect(/install\.sh|lib\/c/.test(scripts)).toBe(!canWrite)
    if (!canWrite)
      for (const { uses, with: inputs } of job.steps)
        if (uses?.startsWith('actions/checkout@')) expect(inputs?.['persist-credentials']).toBe(false)
  },
)

test.each(reusable)('the steps of $path are files, without expressions', ({ path: file, text }) => {
  expect((parse(text) as { permissions: unknown }).permissions).toEqual({})
  for (const { name, run } of Object.values(jobsOf(text)).flatMap(({ steps }) => steps)) {
    if (run === undefined) continue
    expect(run).not.toContain('${{')
    // It comes before there are any files.
    if (name === 'Find the workflow') continue
    const [, script] = /(?:"\$SOURCE|\.\.\/hedgerow)\/(scripts\/ci\/[\w-]+\.sh)"?$/.exec(run) ?? []
    const [, program] = /^node "\$RUNNER_TEMP\/program\/lib\/(ci\/[\w-]+)\.js"$/.exec(run) ?? []
    expect(existsSync(path.join(root, script ?? `src/${program}.ts`)), `${file}: ${run}`).toBe(true)
  }
})

test('GitLab gives the token only to the job that runs no packages', () => {
  const [file] = made('gitlab')
  const jobs = parse(file?.text ?? '') as Readonly<
    Record<string, { environment?: unknown; script?: readonly string[]; before_script?: unknown }>
  >
  const withEnvironment = Object.entries(jobs).filter(([, job]) => job.environment !== undefined)
  expect(withEnvironment.map(([name]) => name)).toEqual(['propose-pads'])
  expect(jobs['propose-pads']?.before_script).toEqual([])
  expect(jobs['propose-pads']?.script?.join('\n')).not.toMatch(/npm|node/)
})

test('Forgejo gives the token to no step that runs packages', () => {
  for (const { text } of made('forgejo'))
    for (const { env = {}, steps } of Object.values(jobsOf(text))) {
      expect(JSON.stringify(env)).not.toContain('token }')
      for (const { run = '', env: own } of steps)
        if (/npm|HEDGEROW\/lib/.test(run)) expect(JSON.stringify(own ?? {})).not.toContain('token')
    }
})
