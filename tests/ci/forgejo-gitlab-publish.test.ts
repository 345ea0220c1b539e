import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test, vi } from 'vitest'
import { parse } from 'yaml'
import { forgeFiles } from '../../src/core/forge-files/forge-files.ts'
import { makeRepository, runGit } from '../support/decks-repository.ts'
import { readAll } from '../support/build-parts.ts'
import { type Job, runJob } from '../support/run-job.ts'

// A build takes some seconds, and more on a machine that is busy.
vi.setConfig({ testTimeout: 120_000 })

const root = path.resolve(import.meta.dirname, '../..')
const release = { version: '0.1.0', repository: 'https://x.example/o/hedgerow', commit: '0'.repeat(40), tarball: 'https://x.example/h.tgz' }
const FOLDER = '-x $(touch hacked) `touch hacked` ::set-output'

const deck = (title: string, body: string) => `---\ntitle: "${title}"\ntype: slide\n---\n\n# ${title}\n\n${body}\n`
const DECKS = { [`${FOLDER}/a.md`]: deck('Deck A', 'one'), [`${FOLDER}/b.md`]: deck('Deck B', '![](gone.png)'), 'README.md': '# Talks\n' }
const SUMMARY = `Decks: 1 added, 1 changed, 0 removed.

- added: ${FOLDER}/c.md, “Deck C”, 1 slide
- changed: ${FOLDER}/a.md, “Deck A”, 1 slide

### 1 new message

- warning: ${FOLDER}/c.md:8 file not found: missing.png (asset-missing)`

/** A repository with a branch \`change\`; returns the commits of both branches. */
function makeChange() {
  const repository = makeRepository(DECKS)
  const base = repository.git('rev-parse', 'HEAD')
  repository.git('checkout', '--quiet', '-b', 'change')
  const head = repository.commit(
    { [`${FOLDER}/a.md`]: deck('Deck A', 'new'), [`${FOLDER}/c.md`]: deck('Deck C', '![](missing.png)') },
    'Change',
  )
  repository.git('push', '--quiet', 'origin', 'change', 'change:refs/pull/1/head')
  repository.git('checkout', '--quiet', 'main')
  repository.commit({ [`${FOLDER}/d.md`]: deck('Deck D', 'meanwhile') }, 'Meanwhile')
  repository.git('push', '--quiet', 'origin', 'main')
  return { repository, base, head }
}

describe('GitLab', () => {
  const [file] = forgeFiles('gitlab', { release, folder: FOLDER, branch: 'main' })
  interface GitlabJob {
    readonly variables: Readonly<Record<string, string | { readonly value: string }>>
    readonly script: readonly string[]
  }
  const jobs = parse(file?.text ?? '') as Readonly<Record<'.hedgerow' | 'pages' | 'preview-slides', GitlabJob>>

  const guide = readFileSync(path.join(root, 'docs/large-archives.md'), 'utf8')
  const [, inParts = ''] = /^```yaml\n(slides-part:\n[^]*?)^```/m.exec(guide) ?? []
  const jobsOfParts = parse(inParts) as Readonly<Record<'slides-part' | 'pages', GitlabJob & { readonly parallel?: number }>>

  /** Runs the script of a job, with the variables that it and GitLab set. */
  function run(
    { home, origin }: ReturnType<typeof makeRepository>,
    name: 'pages' | 'preview-slides',
    branch: string,
    ci: Readonly<Record<string, string>>,
    job: GitlabJob = jobs[name],
  ) {
    const folder = path.join(home, 'project')
    if (!existsSync(folder)) runGit(home, 'clone', '--quiet', '--depth=1', `--branch=${branch}`, `file://${origin}`, folder)
    const predefined: Readonly<Record<string, string>> = {
      CI_PROJECT_DIR: folder,
      GITLAB_CI: 'true',
      CI_COMMIT_SHA: '0123456789abcdef',
      ...ci,
    }
    const written = Object.entries({ ...jobs['.hedgerow'].variables, ...job.variables }).map(([key, value]) => [
      key,
      typeof value === 'string' ? value.replaceAll(/\$(\w+)/g, (_, variable: string) => predefined[variable] ?? '') : value.value,
    ])
    const env = { PATH: process.env['PATH'], HOME: home, CHROMIUM: 'none', ...predefined, ...Object.fromEntries(written), HEDGEROW: root }
    const ran = spawnSync('bash', ['-eo', 'pipefail', '-c', job.script.join('\n')], { cwd: folder, env, encoding: 'utf8' })
    return { status: ran.status, output: `${ran.stdout}${ran.stderr}`, folder }
  }

  test('publishes the default branch under the path of GitLab Pages', () => {
    const drawn = { ...DECKS, [`${FOLDER}/b.md`]: deck('Deck B', '```graphviz\ndigraph { a -> b }\n```') }
    const { status, folder } = run(makeRepository(drawn), 'pages', 'main', { CI_PAGES_URL: 'https://group.gitlab.example/talks' })
    expect(status).toBe(0)
    expect(readdirSync(path.join(folder, 'public'))).toEqual(expect.arrayContaining(['index.html', 'a.html', 'b.html']))
    expect(readFileSync(path.join(folder, 'public/404.html'), 'utf8')).toContain('href="/talks/')
    expect(readdirSync(path.join(folder, '.cache'))).toContain('hedgerow')
    expect(readdirSync(folder)).not.toContain('hacked')
  })

  test('publishes the same site from the parts that several machines have built, as the guide says', () => {
    const address = { CI_PAGES_URL: 'https://group.gitlab.example/talks' }
    const whole = run(makeRepository(DECKS), 'pages', 'main', address)
    const repository = makeRepository(DECKS)
    const { parallel = 0, ...part } = jobsOfParts['slides-part']
    expect(parallel).toBeGreaterThan(1)
    for (let node = 1; node <= parallel; node += 1) {
      const ci = { ...address, CI_NODE_INDEX: String(node), CI_NODE_TOTAL: String(parallel) }
      expect(run(repository, 'pages', 'main', ci, part).status).toBe(0)
    }
    const { status, output, folder } = run(repository, 'pages', 'main', address, jobsOfParts.pages)
    expect([status, output]).toEqual([0, expect.stringContaining('built 2 decks for the path /talks/')])
    expect(readAll(path.join(folder, 'public'))).toEqual(readAll(path.join(whole.folder, 'public')))
  })

  test('previews a merge request, with its new messages as a code quality report', () => {
    const { repository, base } = makeChange()
    const { status, output, folder } = run(repository, 'preview-slides', 'change', { CI_MERGE_REQUEST_DIFF_BASE_SHA: base })
    expect([status, output]).toEqual([0, expect.stringContaining(SUMMARY)])
    expect(readdirSync(path.join(folder, 'preview/site'))).toEqual(expect.arrayContaining(['a.html', 'c.html']))
    const report = JSON.parse(readFileSync(path.join(folder, 'preview/code-quality.json'), 'utf8')) as unknown
    expect(report).toEqual([
      {
        description: 'file not found: missing.png',
        check_name: 'asset-missing',
        fingerprint: expect.stringMatching(/^[0-9a-f]{64}$/),
        severity: 'minor',
        location: { path: `${FOLDER}/c.md`, lines: { begin: 8 } },
      },
    ])
  })
})

describe('Forgejo', () => {
  const [file] = forgeFiles('forgejo', { release, folder: FOLDER, branch: 'main' })
  const job = (parse(file?.text ?? '') as { jobs: { publish: Job } }).jobs.publish

  /** Runs the job in a new container: with an empty /tmp. */
  function run(
    { home, origin }: ReturnType<typeof makeRepository>,
    event: 'push' | 'pull_request',
    more: Readonly<Record<string, string>>,
    id = 'one',
  ) {
    const temporary = path.join(home, id)
    mkdirSync(path.join(temporary, 'hedgerow/node_modules'), { recursive: true })
    const ran = runJob(job, {
      workspace: temporary,
      files: path.join(home, `${id}-files`),
      contexts: {
        github: {
          event_name: event,
          server_url: `file://${path.dirname(path.dirname(origin))}`,
          repository: 'group/talks',
          token: 'x',
          event: { repository: { name: 'talks' } },
        },
      },
      env: {
        PATH: process.env['PATH'] ?? '',
        HOME: home,
        CHROMIUM: 'none',
        GITHUB_ACTIONS: 'true',
        FORGEJO_ACTIONS: 'true',
        GITHUB_BASE_REF: '',
        GITHUB_STEP_SUMMARY: path.join(home, 'summary'),
        ...more,
      },
      actions: {},
      instead: { Install: () => symlinkSync(root, path.join(temporary, 'hedgerow/node_modules/hedgerow')) },
      rewrite: (script) => script.replaceAll('/tmp/', `${temporary}/`),
    })
    return { ...ran, temporary }
  }
  const pages = (origin: string) => runGit(origin, 'ls-tree', '-r', '--name-only', 'pages').split('\n')
  const history = (origin: string) => runGit(origin, 'log', '--format=%s', 'pages').split('\n')

  test('publishes the branch "pages", first with nothing there, then what has changed', () => {
    const repository = makeRepository(DECKS)
    const { origin } = repository
    const push = { GITHUB_REF: 'refs/heads/main', GITHUB_SHA: 'c0ffee' }
    const first = run(repository, 'push', push)
    expect(first.steps.map(({ name, outcome }) => `${name}: ${outcome}`)).toEqual([
      'Clone: success',
      'Install: success',
      'Preview: skipped',
      'Build: success',
      'Publish: success',
    ])
    expect(pages(origin)).toEqual(expect.arrayContaining(['index.html', 'a.html', 'b.html']))
    expect(runGit(origin, 'show', 'pages:404.html')).toContain('href="/talks/')
    expect(existsSync(path.join(first.temporary, 'source/hacked'))).toBe(false)

    repository.git('rm', '--quiet', '--', `${FOLDER}/b.md`)
    repository.commit({}, 'Remove')
    repository.git('push', '--quiet', 'origin', 'main')
    expect(run(repository, 'push', { ...push, GITHUB_SHA: 'decaf' }, 'two').failed).toBe(false)
    expect(pages(origin)).not.toContain('b.html')
    expect(history(origin)).toEqual(['Publish decaf', 'Publish c0ffee'])

    expect(run(repository, 'push', { ...push, GITHUB_SHA: 'decaf' }, 'three').failed).toBe(false)
    expect(history(origin)).toEqual(['Publish decaf', 'Publish c0ffee'])
  })

  test('shows in the log what a pull request changes, and publishes nothing', () => {
    const { repository } = makeChange()
    const { failed, steps } = run(repository, 'pull_request', {
      GITHUB_REF: 'refs/pull/1/head',
      GITHUB_BASE_REF: 'main',
      GITHUB_SHA: 'c0ffee',
    })
    const output = steps.find(({ name }) => name === 'Preview')?.output ?? ''
    expect([failed, output]).toEqual([false, expect.stringContaining(SUMMARY)])
    expect(output).not.toMatch(/^::/m)
    expect(runGit(repository.origin, 'branch', '--list', 'pages')).toBe('')
  })
})
