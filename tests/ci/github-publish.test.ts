import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, statSync, symlinkSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import markdown from 'markdown-it'
import { describe, expect, test, vi } from 'vitest'
import { parse } from 'yaml'
import { makeRepository, runGit } from '../support/decks-repository.ts'
import { evaluate, fillExpressions, isRunning } from '../support/fill-expressions.ts'
import { type Job, runJob } from '../support/run-job.ts'
import { readAll } from '../support/build-parts.ts'

// A build takes some seconds, and more on a machine that is busy.
vi.setConfig({ testTimeout: 120_000 })

const root = path.resolve(import.meta.dirname, '../..')
const { jobs } = parse(readFileSync(path.join(root, '.github/workflows/publish.yml'), 'utf8')) as {
  jobs: Record<'part' | 'build' | 'deploy', Job>
}

const deck = (title: string, body: string) => `---\ntitle: "${title}"\ntype: slide\n---\n\n# ${title}\n\n${body}\n`
const FAULT = '![](missing.png)'
const DECKS = { 'decks/a.md': deck('Deck A', 'one'), 'decks/b.md': deck('Deck B', 'two'), 'README.md': '# Talks\n' }

interface Run {
  readonly event: 'push' | 'pull_request'
  readonly inputs?: object
  readonly env?: Readonly<Record<string, string>>
  /** Missing if GitHub Pages is not turned on. */
  readonly basePath?: string | undefined
  readonly workflowSha?: string
  /** Number of the part of the site that is built, instead of the site. */
  readonly part?: number
}

/** Runs the build job for the newest commit of `main`, or for the merge of the branch `change` into it. */
function runBuild(
  repository: ReturnType<typeof makeRepository>,
  { event, inputs, env, basePath = '/talks', workflowSha = 'c0ffee', part }: Run,
) {
  const { home, origin } = repository
  // Each job has a machine of its own; what they upload is in one place.
  const machine = part === undefined ? home : path.join(home, `machine-${part}`)
  const workspace = path.join(machine, 'workspace')
  const temporary = path.join(machine, 'temp')
  const uploads = path.join(home, 'uploads')
  for (const folder of [workspace, temporary, uploads]) mkdirSync(folder, { recursive: true })
  const cached: string[] = []
  const summary = path.join(home, 'summary')
  const ran = runJob(part === undefined ? jobs.build : jobs.part, {
    workspace,
    files: path.join(machine, 'files'),
    contexts: {
      github: { event_name: event, workspace, server_url: 'https://github.example', repository: 'group/talks' },
      inputs: { folder: 'decks', base: '', layout: false, 'fail-on': 'errors', node: '24', shards: 1, ...inputs },
      matrix: { part },
      runner: { temp: temporary, os: 'Linux' },
      job: { workflow_sha: workflowSha, workflow_repository: 'owner/hedgerow' },
    },
    env: {
      PATH: process.env['PATH'] ?? '',
      HOME: home,
      CHROMIUM: 'none',
      RUNNER_TEMP: temporary,
      GITHUB_ACTIONS: 'true',
      GITHUB_SHA: '0123456789abcdef',
      GITHUB_STEP_SUMMARY: summary,
      ...env,
    },
    instead: { Install: () => symlinkSync(root, path.join(temporary, 'program')) },
    actions: {
      checkout: ({ repository: other, path: into = '', 'fetch-depth': depth = '1' }) => {
        if (other !== undefined) symlinkSync(root, path.join(workspace, into))
        else if (event === 'push') runGit(workspace, 'clone', '--quiet', `--depth=${depth}`, `file://${origin}`, into)
        else checkOutMerge(path.join(workspace, into), origin, depth)
        return {}
      },
      'setup-node': () => ({}),
      cache: ({ key = '' }) => {
        cached.push(key)
        return {}
      },
      'configure-pages': (): { readonly base_path: string } => {
        if (env?.['PAGES'] === 'off') throw new Error('Get Pages site failed')
        return { base_path: basePath }
      },
      'upload-artifact': ({ name = '', path: from = '' }) => {
        // A file is uploaded by its name.
        const file = statSync(from).isFile() ? path.basename(from) : ''
        cpSync(from, path.join(uploads, name, file), { recursive: true })
        return { 'artifact-url': 'https://github.example/artifacts/1' }
      },
      'download-artifact': ({ pattern = '', path: into = '' }) => {
        for (const name of readdirSync(uploads))
          if (name.startsWith(pattern.replace('*', ''))) cpSync(path.join(uploads, name), path.join(into, name), { recursive: true })
        return {}
      },
      'upload-pages-artifact': ({ path: from = '' }) => {
        cpSync(from, path.join(uploads, 'pages'), { recursive: true })
        return {}
      },
    },
  })
  return {
    ...ran,
    cached,
    uploads,
    summary: existsSync(summary) ? readFileSync(summary, 'utf8') : '',
    of: (name: string) => ran.steps.find((step) => step.name === name),
  }
}

// GitHub checks out the merge that it would make.
function checkOutMerge(folder: string, origin: string, depth: string): void {
  const merging = `${folder}-merging`
  runGit(path.dirname(folder), 'clone', '--quiet', origin, merging)
  runGit(merging, 'merge', '--quiet', '--no-ff', '-m', 'Merge', 'origin/change')
  runGit(merging, 'push', '--quiet', 'origin', 'HEAD:refs/pull/1/merge')
  runGit(path.dirname(folder), 'init', '--quiet', folder)
  runGit(folder, 'fetch', '--quiet', `--depth=${depth}`, `file://${origin}`, 'refs/pull/1/merge')
  runGit(folder, 'checkout', '--quiet', '--detach', 'FETCH_HEAD')
}

const outcomes = (steps: readonly { readonly name: string; readonly outcome: string }[]) =>
  steps.filter(({ outcome }) => outcome !== 'skipped').map(({ name, outcome }) => `${name}: ${outcome}`)

describe('a push to a repository that holds only decks', () => {
  test('is built for the path of its site and handed to the deployment', () => {
    const repository = makeRepository(DECKS)
    const { steps, uploads, cached, of } = runBuild(repository, { event: 'push' })
    expect(outcomes(steps)).toEqual(
      [
        'Find the workflow',
        'actions/checkout',
        'actions/checkout',
        'actions/setup-node',
        'Name the state of the decks',
        'actions/cache',
        'Install',
        'actions/configure-pages',
        'Build',
        'actions/upload-pages-artifact',
      ].map((name) => `${name}: success`),
    )
    expect(readdirSync(path.join(uploads, 'pages'))).toEqual(expect.arrayContaining(['index.html', 'a.html', 'b.html', '404.html']))
    expect(readFileSync(path.join(uploads, 'pages/404.html'), 'utf8')).toContain('href="/talks/')
    expect(readFileSync(path.join(uploads, 'pages/a.read.html'), 'utf8')).toContain('0123456789')
    expect(cached).toEqual([`hedgerow-Linux-c0ffee-${repository.git('rev-parse', 'HEAD:decks')}`])
    expect(of('Build')?.output).toContain('built 2 decks for the path /talks/')
  })

  test('is built in parts on several machines, which keep caches of their own, and merged to the same site', () => {
    const whole = runBuild(makeRepository(DECKS), { event: 'push' })
    const repository = makeRepository(DECKS)
    const parts = [1, 2].map((part) => runBuild(repository, { event: 'push', inputs: { shards: 2 }, part }))
    for (const { steps, failed } of parts)
      expect([failed, outcomes(steps).slice(-3)]).toEqual([
        false,
        ['Build', 'Pack', 'actions/upload-artifact'].map((name) => `${name}: success`),
      ])
    const state = repository.git('rev-parse', 'HEAD:decks')
    expect(parts.flatMap(({ cached }) => cached)).toEqual([1, 2].map((part) => `hedgerow-Linux-c0ffee-part-${part}-of-2-${state}`))
    const merged = runBuild(repository, { event: 'push', inputs: { shards: 2 } })
    expect(outcomes(merged.steps).slice(-4)).toEqual(
      ['actions/download-artifact', 'Unpack', 'Build', 'actions/upload-pages-artifact'].map((name) => `${name}: success`),
    )
    const [expected, found] = [whole, merged].map(({ uploads }) => readAll(path.join(uploads, 'pages')))
    expect(found?.size).toBeGreaterThan(10)
    expect(found).toEqual(expected)
  })

  test('is not published if a deck of a part has an error, and says where', () => {
    const repository = makeRepository({ ...DECKS, 'decks/a.md': '---\ntitle: [\ntype: slide\n---\n\n# A\n' })
    const parts = [1, 2].map((part) => runBuild(repository, { event: 'push', inputs: { shards: 2 }, part }))
    expect(parts.map(({ failed }) => failed)).toEqual([false, false])
    const { failed, of } = runBuild(repository, { event: 'push', inputs: { shards: 2 } })
    expect([failed, of('Build')?.output]).toEqual([true, expect.stringContaining('::error file=decks/a.md,line=')])
  })

  // GitHub's own hashFiles() ends with an error for "." and "..", and finds nothing in a folder whose name has brackets.
  test.each([
    ['.', { 'a.md': deck('A', 'one') }],
    ['./decks/', { 'decks/a.md': deck('A', 'one') }],
    ['[2026] !talks', { '[2026] !talks/a.md': deck('A', 'one') }],
  ])('is built in the folder %j, whose state is the key of the cache', (folder, files) => {
    const repository = makeRepository(files)
    const { failed, cached, uploads } = runBuild(repository, { event: 'push', inputs: { folder } })
    const [tree] = repository.git('ls-tree', '-d', '--format=%(objectname)', 'HEAD').split('\n')
    expect(cached).toEqual([`hedgerow-Linux-c0ffee-${tree || repository.git('rev-parse', 'HEAD:')}`])
    expect([failed, existsSync(path.join(uploads, 'pages/a.html'))]).toEqual([false, true])
  })

  test('is not published if the folder is missing, which the log says', () => {
    const { failed, of } = runBuild(makeRepository(DECKS), { event: 'push', inputs: { folder: 'talks' } })
    expect([failed, of('Name the state of the decks')?.outcome, of('actions/upload-pages-artifact')?.outcome]).toEqual([
      true,
      'success',
      'skipped',
    ])
    expect(of('Build')?.output).toContain('talks')
  })

  test('is not published with an error, unless it never fails', () => {
    const broken = { ...DECKS, 'decks/c.md': '---\ntitle: [\ntype: slide\n---\n\n# C\n' }
    const strict = runBuild(makeRepository(broken), { event: 'push' })
    expect([strict.failed, strict.of('Build')?.outcome, strict.of('actions/upload-pages-artifact')?.outcome]).toEqual([
      true,
      'failure',
      'skipped',
    ])
    expect(strict.of('Build')?.output).toMatch(/^::error file=decks\/c\.md,line=\d+/m)
    const mild = runBuild(makeRepository(broken), { event: 'push', inputs: { 'fail-on': 'never' } })
    expect([mild.failed, readdirSync(path.join(mild.uploads, 'pages')).includes('a.html')]).toEqual([false, true])
  })

  test('is not published if no deck could be built, even if it never fails', () => {
    const broken = { 'decks/c.md': '---\ntitle: [\ntype: slide\n---\n\n# C\n' }
    const { failed, of } = runBuild(makeRepository(broken), { event: 'push', inputs: { 'fail-on': 'never' } })
    expect([failed, of('Build')?.outcome, of('actions/upload-pages-artifact')?.outcome]).toEqual([true, 'failure', 'skipped'])
  })

  test('is not published with a warning if the caller wants that', () => {
    const faulty = { ...DECKS, 'decks/c.md': deck('C', FAULT) }
    expect(runBuild(makeRepository(faulty), { event: 'push' }).failed).toBe(false)
    const { failed, of } = runBuild(makeRepository(faulty), { event: 'push', inputs: { 'fail-on': 'warnings' } })
    expect([failed, of('Build')?.outcome]).toEqual([true, 'failure'])
    expect(of('Build')?.output).toMatch(/^::warning file=decks\/c\.md,line=\d+/m)
  })

  test('says which setting is missing if GitHub Pages is not turned on', () => {
    const { failed, steps, of } = runBuild(makeRepository(DECKS), { event: 'push', env: { PAGES: 'off' } })
    expect([failed, of('Build')?.outcome]).toEqual([true, 'skipped'])
    expect(outcomes(steps).slice(-2)).toEqual(['actions/configure-pages: failure', 'Explain GitHub Pages: failure'])
    expect(of('Explain GitHub Pages')?.output).toBe(
      '::error title=GitHub Pages is not turned on::Open Settings, Pages of this repository, set Source to GitHub Actions, and run this workflow again.\n',
    )
  })

  test('takes another path from the caller, also the root', () => {
    const { uploads } = runBuild(makeRepository(DECKS), { event: 'push', inputs: { base: '/' } })
    expect(readFileSync(path.join(uploads, 'pages/404.html'), 'utf8')).toContain('href="/"')
  })

  test('stops where the commit of the workflow is unknown', () => {
    const { failed, steps } = runBuild(makeRepository(DECKS), { event: 'push', workflowSha: '' })
    expect([failed, outcomes(steps)]).toEqual([true, ['Find the workflow: failure']])
  })
})

test.each(['-x $(touch hacked) `touch hacked`', '::set-output name=x::y', '--help', 'it\'s "here" ]]> %0A'])(
  'a folder %j is built, and is nothing but a name',
  (folder) => {
    const { failed, uploads, of } = runBuild(makeRepository({ [`${folder}/a.md`]: deck('A', FAULT) }), {
      event: 'push',
      inputs: { folder },
    })
    expect(of('Build')?.output).toMatch(/^::warning file=/m)
    expect(of('Build')?.output).not.toMatch(/^::set-output/m)
    expect([failed, existsSync(path.join(uploads, 'pages/a.html'))]).toEqual([false, true])
    expect(readdirSync(path.join(uploads, '../workspace/repository'))).not.toContain('hacked')
  },
)

describe('a pull request', () => {
  test('gets a summary of what it changes, its new messages at their lines, and a preview', () => {
    const repository = makeRepository({ ...DECKS, 'decks/b.md': deck('Deck B', FAULT) })
    repository.git('checkout', '--quiet', '-b', 'change')
    repository.commit({ 'decks/a.md': deck('Deck A', 'changed'), 'decks/c.md': deck('Deck C', FAULT), 'decks/sub/x.txt': 'x' }, 'Change')
    repository.git('push', '--quiet', 'origin', 'change')
    repository.git('checkout', '--quiet', 'main')
    // What the target branch got meanwhile is no change of the pull request.
    repository.commit({ 'decks/d.md': deck('Deck D', 'meanwhile') }, 'Meanwhile')
    repository.git('push', '--quiet', 'origin', 'main')
    const { failed, steps, summary, uploads, of } = runBuild(repository, { event: 'pull_request' })
    expect(failed).toBe(false)
    expect(outcomes(steps).slice(-3)).toEqual(['Preview: success', 'actions/upload-artifact: success', 'Link the preview: success'])
    expect(summary).toBe(`## Slides

Decks: 1 added, 1 changed, 0 removed.

- added: <code>decks&#47;c&#46;md</code>, “Deck C”, 1 slide
- changed: <code>decks&#47;a&#46;md</code>, “Deck A”, 1 slide

Other files that have changed:

- <code>decks&#47;sub&#47;x&#46;txt</code>

### 1 new message

- warning: <code>decks&#47;c&#46;md&#58;8</code> file not found&#58; missing&#46;png (<code>asset&#45;missing</code>)

[Download the preview](https://github.example/artifacts/1): open site/index.html in it.
`)
    expect(of('Preview')?.output.match(/^::\w+ file=[^,]*/gm)).toEqual(['::warning file=decks/c.md'])
    expect(readdirSync(path.join(uploads, 'preview/site'))).toEqual(expect.arrayContaining(['a.html', 'b.html', 'c.html']))
  })

  test('cannot write anything but text into the summary and the log', () => {
    const repository = makeRepository(DECKS)
    repository.git('checkout', '--quiet', '-b', 'change')
    const name = 'decks/*x* [l](h) <img> $(touch hacked) `touch hacked` ]]> %0A\n::set-output name=a::b\n'
    const title = '<script>x</script> ![p](https://evil.example/p.png) ::error::x www.evil.example @all #1 ##[error]x'
    repository.commit({ [`${name}.md`]: deck(title, FAULT), [`${name}.txt`]: 'x', 'decks/-x.md': deck('X', FAULT) }, 'Hostile')
    repository.git('push', '--quiet', 'origin', 'change')
    const { summary, of, uploads } = runBuild(repository, { event: 'pull_request' })
    const output = of('Preview')?.output ?? ''
    const commands = output.split('\n').filter((line) => line.trimStart().startsWith('::'))
    expect(commands.length).toBeGreaterThan(1)
    for (const line of commands) expect(line).toMatch(/^::(?:warning|notice) file=[^:]*::/)
    expect(output).not.toMatch(/##\w*\[/)
    expect(summary).toContain('Decks: 2 added, 0 changed, 0 removed.')
    const html = markdown({ html: true, linkify: true }).render(summary)
    expect(html.match(/<\w+/g)?.filter((tag) => !['<h2', '<h3', '<p', '<ul', '<li', '<code'].includes(tag))).toEqual(['<a'])
    expect(html).toContain('<a href="https://github.example/artifacts/1">')
    expect(html).toContain('&lt;script&gt;x&lt;/script&gt; ![p](https://evil.example/p.png)')
    expect(readdirSync(path.join(uploads, '../workspace/repository'))).not.toContain('hacked')
  })

  test('needs no large files that git keeps elsewhere', () => {
    const repository = makeRepository({ ...DECKS, '.gitattributes': '*.png filter=lfs\n', 'decks/a.png': 'version https://git-lfs…' })
    repository.git('checkout', '--quiet', '-b', 'change')
    repository.commit({ 'decks/a.md': deck('Deck A', 'changed') }, 'Change')
    repository.git('push', '--quiet', 'origin', 'change')
    // git-lfs, on a machine that cannot log in.
    const filter = '[filter "lfs"]\n\tsmudge = test -n \\"$GIT_LFS_SKIP_SMUDGE\\" && cat\n\trequired = true\n'
    writeFileSync(path.join(repository.home, '.gitconfig'), filter)
    const { failed, summary } = runBuild(repository, { event: 'pull_request' })
    expect([failed, summary]).toEqual([false, expect.stringContaining('Decks: 0 added, 1 changed, 0 removed.')])
  })

  test('fails with an error, and still shows what it changes', () => {
    const repository = makeRepository(DECKS)
    repository.git('checkout', '--quiet', '-b', 'change')
    repository.git('rm', '--quiet', 'decks/b.md')
    repository.commit({ 'decks/a.md': '---\ntitle: [\ntype: slide\n---\n\n# A\n' }, 'Break')
    repository.git('push', '--quiet', 'origin', 'change')
    const { failed, summary, steps } = runBuild(repository, { event: 'pull_request' })
    expect(failed).toBe(true)
    expect(outcomes(steps).slice(-3)).toEqual(['Preview: failure', 'actions/upload-artifact: success', 'Link the preview: success'])
    expect(summary).toMatch(/^- removed: <code>decks&#47;b&#46;md<\/code>/m)
    expect(summary).toMatch(/^- error: <code>decks&#47;a&#46;md&#58;\d<\/code>/m)
  })
})

test('a newer commit of the same branch or pull request ends the build of an older one, and of nothing else', () => {
  const { concurrency } = jobs.build
  const groupOf = (ref: string) =>
    fillExpressions(concurrency?.group ?? '', { github: { ref, workflow: 'Slides' }, inputs: { folder: 'decks' } })
  expect(concurrency?.['cancel-in-progress']).toBe(true)
  expect([groupOf('refs/heads/main'), groupOf('refs/pull/1/merge')]).toEqual([
    'slides-Slides-refs/heads/main-decks',
    'slides-Slides-refs/pull/1/merge-decks',
  ])
  // What has begun to be published is finished.
  expect(jobs.deploy.concurrency).toEqual({ group: 'pages', 'cancel-in-progress': false })
})

describe('the deployment', () => {
  test('runs no script, so no code from packages, and only if it is not a pull request', () => {
    const { steps, permissions, if: condition = '' } = jobs.deploy
    expect(steps.map(({ uses, run }) => [uses?.replace(/@.*/, ''), run])).toEqual([['actions/deploy-pages', undefined]])
    expect(permissions).toEqual({ pages: 'write', 'id-token': 'write' })
    const isDeployed = (event: string, result = 'success') =>
      isRunning(condition, { github: { event_name: event }, needs: { build: { result } } }, { failed: false })
    expect(['push', 'workflow_dispatch', 'pull_request'].map((event) => isDeployed(event))).toEqual([true, true, false])
    expect(['failure', 'skipped', 'cancelled'].map((result) => isDeployed('push', result))).toEqual([false, false, false])
  })
})

describe('the parts of a site', () => {
  const isBuilt = (shards: number, event: string) =>
    isRunning(jobs.part.if, { github: { event_name: event }, inputs: { shards } }, { failed: false })
  const isMerged = (result: string) => isRunning(jobs.build.if, { needs: { part: { result } } }, { failed: result === 'failure' })

  test('are built only where there are several, and no pull request has them', () => {
    expect([isBuilt(1, 'push'), isBuilt(2, 'push'), isBuilt(2, 'pull_request')]).toEqual([false, true, false])
  })

  test('have a job for each number', () => {
    const { part } = jobs.part.strategy?.matrix ?? {}
    const partsOf = (shards: number) => {
      const expression = (part ?? '').replace(/^\$\{\{(.*)\}\}$/, 'toJSON($1)')
      return JSON.parse(evaluate(expression, { inputs: { shards } }).coerceString()) as unknown
    }
    expect([2, 3, 10].map(partsOf)).toEqual([
      [1, 2],
      [1, 2, 3],
      [1, 2, 3, 4, 5, 6, 7, 8, 9, 10],
    ])
  })

  test('must all be there, where there are any', () => {
    expect(['skipped', 'success', 'failure', 'cancelled'].map(isMerged)).toEqual([true, true, false, false])
  })
})
