import { spawnSync } from 'node:child_process'
import { chmodSync, copyFileSync, cpSync, existsSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test, vi } from 'vitest'
import { parse } from 'yaml'
import { type Forge, forgeFiles } from '../../src/core/forge-files/forge-files.ts'
import { makeRepository, runGit } from '../support/decks-repository.ts'
import { writeFiles } from '../support/make-folder.ts'
import { type Job, runJob } from '../support/run-job.ts'

// A build takes some seconds, and more on a machine that is busy.
vi.setConfig({ testTimeout: 120_000 })

const root = path.resolve(import.meta.dirname, '../..')
const release = { version: '0.1.0', repository: 'https://x.example/o/hedgerow', commit: '0'.repeat(40), tarball: 'https://x.example/h.tgz' }
const fileOf = (forge: Forge, name: string) =>
  forgeFiles(forge, { release, folder: 'decks', branch: 'main', pads: true }).find((file) => file.path.endsWith(name))?.text ?? ''

const github = (parse(readFileSync(path.join(root, '.github/workflows/pull.yml'), 'utf8')) as { jobs: Record<'pull' | 'propose', Job> })
  .jobs
const forgejo = (parse(fileOf('forgejo', 'pull-pads.yml')) as { jobs: { pull: Job } }).jobs.pull
const gitlab = parse(fileOf('gitlab', '.gitlab-ci.yml')) as Readonly<
  Record<'pull-pads' | 'propose-pads', { readonly script: readonly string[] }>
>

/** A server with a repository, and commands in place of those that need a network. Hedgerow writes what `pulled` says. */
function place(pulled: Readonly<Record<string, string>>, { status = 0, open = 0 } = {}) {
  const { home, origin } = makeRepository({ 'package.json': '{}\n', 'decks/a.md': '# A\n' })
  const bin = path.join(home, 'bin')
  const source = path.join(home, 'from-pads')
  const log = path.join(home, 'log')
  mkdirSync(source)
  writeFiles(source, pulled)
  const hedgerow = `import { appendFileSync, cpSync } from 'node:fs'
appendFileSync(${JSON.stringify(log)}, \`hedgerow \${process.argv.slice(2).join(' ')} [\${process.env.TOKEN ?? ''}\${process.env.PADS_TOKEN ?? ''}\${process.env.GH_TOKEN ?? ''}]\\n\`)
cpSync(${JSON.stringify(source)}, process.cwd().replace(/\\/decks$/, ''), { recursive: true })
process.exit(${status})\n`
  writeFiles(home, { 'program/lib/cli/main.js': hedgerow, 'program/package.json': '{"type":"module"}', log: '' })
  writeFiles(bin, {
    npm: `#!/bin/sh\necho "npm $@" >> "${log}"\n`,
    gh: `#!/bin/sh\necho "gh $@" >> "${log}"\n[ "$2" = list ] && echo ${open}\nexit 0\n`,
    curl: `#!/bin/sh\necho "curl $@" >> "${log}"\ncat >> "${log}"\nprintf ${open === 0 ? 201 : 409}\n`,
  })
  for (const name of ['npm', 'gh', 'curl']) chmodSync(path.join(bin, name), 0o755)
  return {
    home,
    origin,
    program: path.join(home, 'program'),
    env: { PATH: `${bin}:${process.env['PATH']}`, HOME: home },
    /** The files of the branch that was pushed, with their content. */
    proposed() {
      const names = runGit(origin, 'ls-tree', '-r', '--name-only', 'pull-pads').split('\n')
      return Object.fromEntries(names.map((name) => [name, runGit(origin, 'show', `pull-pads:${name}`)]))
    },
    branches: () => runGit(origin, 'branch', '--format=%(refname:short)').split('\n'),
    log: () => readFileSync(log, 'utf8'),
  }
}

type Place = ReturnType<typeof place>

/** Whether each job succeeded. */
function runGithub({ home, origin, program, env }: Place): readonly boolean[] {
  const run = (job: Job, name: string) => {
    const [workspace, temporary] = [path.join(home, name), path.join(home, `${name}-temp`)]
    for (const folder of [workspace, temporary]) mkdirSync(folder)
    return runJob(job, {
      workspace,
      files: path.join(home, `${name}-files`),
      contexts: {
        github: { workspace, server_url: 'https://github.example', token: 'x' },
        inputs: { folder: 'decks', node: '24' },
        runner: { temp: temporary },
        job: { workflow_sha: 'c0ffee', workflow_repository: 'owner/hedgerow' },
        secrets: { 'pad-cookie': '' },
      },
      env: { ...env, RUNNER_TEMP: temporary },
      instead: { Install: () => symlinkSync(program, path.join(temporary, 'program')) },
      actions: {
        checkout: ({ repository, path: into = '' }) => {
          if (repository === undefined) runGit(workspace, 'clone', '--quiet', origin, into)
          else symlinkSync(root, path.join(workspace, into))
          return {}
        },
        'setup-node': () => ({}),
        'upload-artifact': ({ path: from = '' }) => {
          copyFileSync(from, path.join(home, 'artifact'))
          return {}
        },
        'download-artifact': ({ path: into = '' }) => {
          copyFileSync(path.join(home, 'artifact'), path.join(into, 'pads.patch'))
          return {}
        },
      },
    })
  }
  const pulled = run(github.pull, 'one')
  const isChanged = (pulled.outputs as { changed: string }).changed === 'true'
  return [!pulled.failed, ...(isChanged ? [!run(github.propose, 'two').failed] : [])]
}

function runGitlab({ home, origin, program, env }: Place, decks = 'decks'): readonly boolean[] {
  const run = (name: 'pull-pads' | 'propose-pads', more: Readonly<Record<string, string>> = {}) => {
    const folder = path.join(home, name)
    runGit(home, 'clone', '--quiet', origin, folder)
    if (existsSync(path.join(home, 'pads.patch'))) copyFileSync(path.join(home, 'pads.patch'), path.join(folder, 'pads.patch'))
    const variables = { CI_PROJECT_DIR: folder, CI_SERVER_URL: `file://${home}`, CI_PROJECT_PATH: 'group/talks', CI_DEFAULT_BRANCH: 'main' }
    const all = { ...env, ...variables, HEDGEROW_FOLDER: decks, HEDGEROW: program, ...more }
    const { status } = spawnSync('bash', ['-eo', 'pipefail', '-c', gitlab[name].script.join('\n')], { cwd: folder, env: all })
    if (name === 'pull-pads') copyFileSync(path.join(folder, 'pads.patch'), path.join(home, 'pads.patch'))
    return status === 0
  }
  return [run('pull-pads'), run('propose-pads', { PADS_TOKEN: 'x' })]
}

function runForgejo({ home, program, env }: Place): readonly boolean[] {
  mkdirSync(path.join(home, 'tmp/hedgerow/node_modules'), { recursive: true })
  cpSync(program, path.join(home, 'tmp/hedgerow/node_modules/hedgerow'), { recursive: true })
  const { steps, failed } = runJob(forgejo, {
    workspace: home,
    files: path.join(home, 'files'),
    contexts: { github: { server_url: `file://${home}`, repository: 'group/talks', ref_name: 'main', token: 'x' }, secrets: {} },
    env,
    actions: {},
    rewrite: (script) => script.replaceAll('/tmp/', `${home}/tmp/`),
  })
  return [!failed, steps.slice(0, -1).every(({ outcome }) => outcome === 'success')]
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

describe.each([
  ['GitHub', runGithub],
  ['GitLab', (server: Place) => runGitlab(server)],
  ['Forgejo', runForgejo],
])('pulling pads on %s', (forge, run) => {
  test('proposes what has changed in the decks, and no other file; what pulls has no token', () => {
    const server = place(PULLED)
    expect(run(server)).toEqual([true, true])
    expect(server.proposed()).toEqual(PROPOSED)
    expect(server.log()).toMatch(/^hedgerow pull --folder \S+ \[\]$/m)
    if (forge === 'GitHub') expect(server.log()).toContain('gh pr create --head pull-pads')
    if (forge === 'Forgejo') expect(server.log()).toContain('/api/v1/repos/group/talks/pulls')
    // A token in arguments could be read by other processes.
    if (forge === 'Forgejo') expect(server.log()).toMatch(/^Authorization: token x$/m)
  })

  test('proposes what could be pulled if a pad clashes, and fails', () => {
    const server = place(PULLED, { status: 1 })
    expect(run(server)).toEqual([false, true])
    expect(server.proposed()).toEqual(PROPOSED)
  })

  test('proposes nothing if nothing has changed', () => {
    const server = place({})
    expect(run(server).every(Boolean)).toBe(true)
    expect(server.branches()).toEqual(['main'])
    expect(server.log()).not.toMatch(/^(gh|curl)/m)
  })

  test('leaves a request that is open as it is, and pushes to its branch', () => {
    const server = place(PULLED, { open: 1 })
    expect(run(server)).toEqual([true, true])
    expect(server.proposed()).toEqual(PROPOSED)
    expect(server.log()).not.toContain('gh pr create')
  })
})

test('what GitLab caches in the repository is not proposed, if the whole repository is the folder of decks', () => {
  const server = place({ 'decks/a.md': '# A\n\nnew\n', '.cache/npm/x': 'x' })
  expect(runGitlab(server, '.')).toEqual([true, true])
  expect(server.proposed()).toEqual({ 'decks/a.md': '# A\n\nnew', 'package.json': '{}' })
})

test.each(['.github/workflows/x.yml', '../outside', 'decks/../up', 'decks-2/x.md'])(
  'a patch for %s changes nothing outside the folder of decks',
  (file) => {
    const { home, origin } = place({})
    const folder = path.join(home, 'clone')
    runGit(home, 'clone', '--quiet', origin, folder)
    const patchOf = (name: string) =>
      `diff --git a/${name} b/${name}\nnew file mode 100644\n--- /dev/null\n+++ b/${name}\n@@ -0,0 +1 @@\n+x\n`
    writeFileSync(path.join(home, 'pads.patch'), `${patchOf('decks/new.md')}${patchOf(file)}`)
    spawnSync('bash', [path.join(root, 'scripts/ci/propose-pads.sh')], {
      cwd: folder,
      env: { PATH: process.env['PATH'], HOME: home, HEDGEROW_FOLDER: 'decks', RUNNER_TEMP: home },
    })
    expect(existsSync(path.join(folder, 'decks', '..', file))).toBe(false)
    // git refuses the whole patch for a path that is not in the repository.
    const changed = runGit(folder, 'diff', '--name-only', 'origin/main').split('\n')
    expect(changed).toEqual([file.includes('..') && file.startsWith('decks') ? '' : 'decks/new.md'])
  },
)
