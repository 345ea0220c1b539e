import { execFileSync } from 'node:child_process'
import { chmodSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { makeFolder, writeFiles } from './support/make-folder.ts'

interface Step {
  readonly uses?: string
  readonly run?: string
  readonly env?: Readonly<Record<string, string>>
  readonly with?: Readonly<Record<string, unknown>>
}

interface Job {
  readonly permissions?: Readonly<Record<string, string>>
  readonly env?: Readonly<Record<string, string>>
  readonly steps: readonly Step[]
}

interface GitlabJob {
  readonly script: readonly string[]
  readonly environment?: unknown
  readonly rules: readonly unknown[]
}

const folder = path.resolve(import.meta.dirname, '../docs/workflows')
const textOf = (name: string) => readFileSync(path.join(folder, name), 'utf8')
const github = parse(textOf('github.yml')) as { permissions: unknown; jobs: Readonly<Record<'pull' | 'propose', Job>> }
const gitlab = parse(textOf('gitlab.yml')) as Readonly<Record<'pull-pads' | 'propose-pads', GitlabJob>>
const forgejo = parse(textOf('forgejo.yml')) as { jobs: Readonly<Record<'pull', Job>> }

describe('the workflow for GitHub', () => {
  const { pull, propose } = github.jobs

  test('gives each job the permissions that it needs, and the one that runs packages none to write', () => {
    expect(github.permissions).toEqual({})
    expect(pull.permissions).toEqual({ contents: 'read' })
    expect(propose.permissions).toEqual({ contents: 'write', 'pull-requests': 'write' })
    expect(pull.steps.find(({ uses }) => uses?.startsWith('actions/checkout@'))?.with).toEqual({ 'persist-credentials': false })
    expect(JSON.stringify(propose.steps)).not.toMatch(/npm|npx|node/)
  })

  test('pins actions by commit', () => {
    const uses = textOf('github.yml').match(/uses: .*/g) ?? []
    expect(uses).toHaveLength(5)
    for (const line of uses) expect(line).toMatch(/^uses: actions\/[a-z-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/)
  })
})

test('the workflow for GitLab gives the token only to the job that runs no packages', () => {
  expect(gitlab['pull-pads'].environment).toBeUndefined()
  expect(gitlab['propose-pads'].environment).toEqual({ name: 'pull-pads', action: 'access' })
  expect(gitlab['propose-pads'].script.join('\n')).not.toMatch(/npm|npx/)
})

test('the workflow for Forgejo gives the token to no step that runs packages, and uses no actions', () => {
  const { steps, env } = forgejo.jobs.pull
  expect(JSON.stringify(env)).not.toContain('secrets')
  for (const { run = '', env: own, uses } of steps) {
    expect(uses).toBeUndefined()
    if (/npm|npx/.test(run)) expect(own).toBeUndefined()
  }
})

test.each(
  [github.jobs, forgejo.jobs].flatMap((jobs) => Object.values<Job>(jobs)).flatMap(({ steps }) => steps.flatMap(({ run }) => run ?? [])),
)('no expression is in a script: %j', (script) => {
  expect(script).not.toContain('${{')
})

/** A server with a repository, and commands in place of those that need a network. `npx` pulls: it writes what `pulled` says. */
function place(pulled: Readonly<Record<string, string>>, { status = 0, open = 0 } = {}) {
  const home = makeFolder()
  const git = (where: string, ...args: readonly string[]) =>
    execFileSync('git', ['-c', 'user.name=A', '-c', 'user.email=a@localhost', ...args], {
      cwd: where,
      encoding: 'utf8',
      stdio: 'pipe',
    }).trim()
  const origin = path.join(home, 'group/talks.git')
  git(home, 'init', '--quiet', '--bare', '--initial-branch=main', origin)
  git(origin, 'config', 'receive.advertisePushOptions', 'true')
  const first = path.join(home, 'first')
  git(home, 'clone', '--quiet', origin, first)
  git(first, 'checkout', '--quiet', '-B', 'main')
  writeFiles(first, { 'package.json': '{}\n', 'decks/a.md': '# A\n' })
  git(first, 'add', '--all')
  git(first, 'commit', '--quiet', '-m', 'First')
  git(first, 'push', '--quiet', 'origin', 'main')
  const bin = path.join(home, 'bin')
  const source = path.join(home, 'from-pads')
  writeFiles(source, pulled)
  mkdirSync(source, { recursive: true })
  writeFiles(bin, {
    npm: '#!/bin/sh\n',
    npx: `#!/bin/sh\necho "npx $@ [$PADS_TOKEN$GH_TOKEN]" >> "${home}/log"\ncp -r "${source}/." .\nexit ${status}\n`,
    gh: `#!/bin/sh\necho "gh $@" >> "${home}/log"\n[ "$2" = list ] && echo ${open}\nexit 0\n`,
    curl: `#!/bin/sh\necho "curl $@" >> "${home}/log"\ncat >> "${home}/log"\nprintf ${open === 0 ? 201 : 409}\n`,
  })
  for (const name of ['npm', 'npx', 'gh', 'curl']) chmodSync(path.join(bin, name), 0o755)
  writeFileSync(path.join(home, 'log'), '')
  const env = { PATH: `${bin}:${process.env['PATH']}`, HOME: home, RUNNER_TEMP: home, GITHUB_OUTPUT: path.join(home, 'output') }
  return {
    home,
    clone: (name: string) => {
      git(home, 'clone', '--quiet', origin, path.join(home, name))
      return path.join(home, name)
    },
    /** Runs a script as runners do; returns its exit status. */
    run(where: string, script: string, more: Readonly<Record<string, string>> = {}) {
      try {
        execFileSync('bash', ['-e', '-c', script], { cwd: where, env: { ...env, ...more }, stdio: 'pipe' })
        return 0
      } catch (cause) {
        return (cause as { status: number }).status
      }
    },
    /** The files of the branch that was pushed, with their content. */
    proposed() {
      const names = git(origin, 'ls-tree', '-r', '--name-only', 'pull-pads').split('\n')
      return Object.fromEntries(names.map((name) => [name, git(origin, 'show', `pull-pads:${name}`)]))
    },
    branches: () => git(origin, 'branch', '--format=%(refname:short)').split('\n'),
    log: () => readFileSync(path.join(home, 'log'), 'utf8'),
  }
}

const PULLED = {
  'decks/c.md.pad': 'clash',
  'decks/.pads/c.md.clash.json': '{}',
  'decks/a.md': '# A\n\nnew\n',
  'decks/b.png': '\0\u0001',
  'decks/.pads/a.md': '# A\n\nnew\n',
  'package.json': '{"scripts":{}}\n',
}
const PROPOSED = { 'decks/a.md': '# A\n\nnew', 'decks/b.png': '\0\u0001', 'decks/.pads/a.md': '# A\n\nnew', 'package.json': '{}' }

function runGithub(server: ReturnType<typeof place>): readonly number[] {
  const [first, second] = [server.clone('one'), server.clone('two')]
  const scripts = (job: Job) => job.steps.flatMap(({ run }) => run ?? [])
  const [install = '', pull = '', collect = ''] = scripts(github.jobs.pull)
  const states = [install, pull, collect].map((script) => server.run(first, script))
  const isChanged = readFileSyncOr(path.join(server.home, 'output')) === 'changed=true\n'
  const [propose = ''] = scripts(github.jobs.propose)
  return isChanged ? [...states, server.run(second, propose, { GH_TOKEN: 'x' })] : states
}

function runGitlab(server: ReturnType<typeof place>): readonly number[] {
  const where = server.clone('one')
  const more = { CI_SERVER_URL: `file://${server.home}`, CI_PROJECT_PATH: 'group/talks', CI_DEFAULT_BRANCH: 'main' }
  const pulled = server.run(where, gitlab['pull-pads'].script.join('\n'), more)
  const second = server.clone('two')
  writeFileSync(path.join(second, 'pads.patch'), readFileSync(path.join(where, 'pads.patch')))
  return [pulled, server.run(second, gitlab['propose-pads'].script.join('\n'), { ...more, PADS_TOKEN: 'x' })]
}

function runForgejo(server: ReturnType<typeof place>): readonly number[] {
  const { steps, env = {} } = forgejo.jobs.pull
  const github = { server_url: `file://${server.home}`, repository: 'group/talks', ref_name: 'main' } as Readonly<Record<string, string>>
  const fill = (text: string) => text.replace(/\$\{\{ github\.(\w+) \}\}/g, (_, name: string) => github[name] ?? '')
  const filled = Object.fromEntries(Object.entries(env).map(([name, value]) => [name, fill(value)]))
  const variables = path.join(server.home, 'env')
  return steps.map(({ run = '', env: own }) => {
    const kept = Object.fromEntries((readFileSyncOr(variables) ?? '').split('\n').map((line) => line.split('=') as [string, string]))
    const more = { ...filled, GITHUB_ENV: variables, ...(kept['PULL_STATUS'] === undefined ? {} : kept), ...(own && { PADS_TOKEN: 'x' }) }
    return server.run(server.home, run.replaceAll('/tmp/', `${server.home}/`), more)
  })
}

function readFileSyncOr(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return undefined
  }
}

describe.each([
  ['GitHub', runGithub, [0, 0, 0, 0], [0, 1, 0, 0]],
  ['GitLab', runGitlab, [0, 0], [1, 0]],
  ['Forgejo', runForgejo, [0, 0, 0, 0], [0, 0, 0, 1]],
])('the scripts for %s', (forge, run, success, failure) => {
  test('propose what has changed in the decks, and no other file; what pulls has no token', () => {
    const server = place(PULLED)
    expect(run(server)).toEqual(success)
    expect(server.proposed()).toEqual(PROPOSED)
    expect(server.log()).toContain('npx hedgerow pull --folder decks []')
    if (forge === 'GitHub') expect(server.log()).toContain('gh pr create --head pull-pads')
    if (forge === 'Forgejo') expect(server.log()).toContain('/api/v1/repos/group/talks/pulls')
    // A token in arguments could be read by other processes.
    if (forge === 'Forgejo') expect(server.log()).toMatch(/^Authorization: token x$/m)
  })

  test('propose what could be pulled if a pad clashes, and fail', () => {
    const server = place(PULLED, { status: 1 })
    expect(run(server)).toEqual(failure)
    expect(server.proposed()).toEqual(PROPOSED)
  })

  test('propose nothing if nothing has changed', () => {
    const server = place({})
    expect(run(server).every((status) => status === 0)).toBe(true)
    expect(server.branches()).toEqual(['main'])
    expect(server.log()).not.toMatch(/^(gh|curl)/m)
  })

  test('leave a request that is open as it is, and push to its branch', () => {
    const server = place(PULLED, { open: 1 })
    expect(run(server)).toEqual(success)
    expect(server.proposed()).toEqual(PROPOSED)
    expect(server.log()).not.toContain('gh pr create')
  })
})
