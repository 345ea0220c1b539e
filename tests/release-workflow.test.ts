import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { chmodSync, existsSync, mkdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { makeFolder, writeFiles } from './support/make-folder.ts'
import { home, run } from './support/make-release.ts'

interface Job {
  readonly needs?: string
  readonly permissions: Readonly<Record<string, string>>
  readonly steps: readonly { readonly uses?: string; readonly run?: string; readonly with?: Readonly<Record<string, unknown>> }[]
}

const text = readFileSync(path.join(home, '.github/workflows/release.yml'), 'utf8')
const workflow = parse(text) as {
  on: unknown
  permissions: unknown
  jobs: Readonly<Record<'build' | 'publish', Job>>
}

describe('the workflow', () => {
  const { build, publish } = workflow.jobs

  test('runs on tags of versions, and packages run only in the job that may read', () => {
    expect(workflow.on).toEqual({ push: { tags: ['v*'] } })
    expect(workflow.permissions).toEqual({})
    expect(build.permissions).toEqual({ contents: 'read' })
    expect(build.steps.find(({ uses }) => uses?.startsWith('actions/checkout@'))?.with).toEqual({ 'persist-credentials': false })
    expect(publish.needs).toBe('build')
    expect(publish.permissions).toEqual({ contents: 'write', 'id-token': 'write', attestations: 'write' })
    expect(JSON.stringify(publish.steps)).not.toMatch(/npm|npx|setup-node/)
  })

  test('attests what it publishes, before it publishes it', () => {
    const steps = publish.steps.map(({ uses, run: script }) => (uses ?? script ?? '').split('@')[0])
    expect(steps).toEqual(['actions/checkout', 'actions/download-artifact', 'actions/attest', 'node scripts/publish-release.mjs release'])
    expect(publish.steps[2]?.with).toEqual({ 'subject-checksums': 'release/SHA256SUMS' })
  })

  test('pins actions by commit, and has no expression in a script', () => {
    for (const line of text.match(/uses: .*/g) ?? []) expect(line).toMatch(/^uses: actions\/[a-z-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/)
    for (const { run: script = '' } of [...build.steps, ...publish.steps]) expect(script).not.toContain('${{')
  })

  test('runs scripts that exist', () => {
    const scripts = [...text.matchAll(/node (scripts\/\S+)/g)].map(([, script = '']) => script)
    expect(scripts).toHaveLength(2)
    for (const script of scripts) expect(existsSync(path.join(home, script)), script).toBe(true)
  })
})

describe('the check of the tag', () => {
  const check = (tag: string, changelog: string) => {
    const folder = makeFolder({ 'package.json': '{"version":"1.2.3"}', 'CHANGELOG.md': `# Changelog\n\n${changelog}\n\n- x\n` })
    const env = { ...process.env, GITHUB_REF_NAME: tag }
    const { status, stderr } = spawnSync(process.execPath, [path.join(home, 'scripts/check-release-tag.mjs')], {
      cwd: folder,
      env,
      encoding: 'utf8',
    })
    return { status, stderr }
  }

  test('accepts that of the version in package.json', () => {
    expect(check('v1.2.3', '## 1.2.3, 2026-12-01')).toEqual({ status: 0, stderr: '' })
  })

  test.each([
    ['v1.2.4', '## 1.2.3, 2026-12-01', 'the tag is "v1.2.4", but package.json has version 1.2.3\n'],
    ['1.2.3', '## 1.2.3, 2026-12-01', 'the tag is "1.2.3", but package.json has version 1.2.3\n'],
    ['v1.2.3', '## 1.2.3, unreleased', 'CHANGELOG.md needs a heading "## 1.2.3, <date>"; it has "## 1.2.3, unreleased"\n'],
    ['v1.2.3', '## 1.2.30, 2026-12-01', 'CHANGELOG.md needs a heading "## 1.2.3, <date>"; it has "none"\n'],
  ])('refuses %s with %s', (tag, changelog, said) => {
    expect(check(tag, changelog)).toEqual({ status: 1, stderr: said })
  })
})

/** A clone whose package of version 1.2.3 is in `release/`, its origin, and a `gh` that records how it is called. */
function makeClone(said: object = {}) {
  const folder = makeFolder({ 'source.ts': '' })
  const origin = path.join(path.dirname(folder), 'origin.git')
  const git = (where: string, ...args: readonly string[]) =>
    run(where, 'git', '-c', 'user.name=A', '-c', 'user.email=a@localhost', ...args).trim()
  git(folder, 'init', '--quiet', '--bare', '--initial-branch=main', origin)
  git(folder, 'init', '--quiet', '--initial-branch=main')
  git(folder, 'add', 'source.ts')
  git(folder, 'commit', '--quiet', '-m', 'Source')
  git(folder, 'remote', 'add', 'origin', origin)
  const commit = git(folder, 'rev-parse', 'HEAD')
  const parts = path.join(path.dirname(folder), 'parts')
  writeFiles(parts, {
    'package/package.json': JSON.stringify({ version: '1.2.3', gitHead: commit, ...said }),
    'package/lib/main.js': '1\r\n',
    'package/.gitignore': 'lib\n',
    'bin/gh': '#!/bin/sh\nprintf "%s\\n" "$@" > "$LOG"\n',
  })
  chmodSync(path.join(parts, 'bin/gh'), 0o755)
  mkdirSync(path.join(folder, 'release'))
  run(parts, 'tar', '-czf', path.join(folder, 'release/hedgerow-1.2.3.tgz'), 'package')
  const digest = createHash('sha256')
    .update(readFileSync(path.join(folder, 'release/hedgerow-1.2.3.tgz')))
    .digest('hex')
  writeFiles(path.join(folder, 'release'), { SHA256SUMS: `${digest}  hedgerow-1.2.3.tgz\n`, 'notes.md': '- x\n' })
  const log = path.join(parts, 'log')
  const publish = (tag: string) =>
    spawnSync(process.execPath, [path.join(home, 'scripts/publish-release.mjs'), 'release'], {
      cwd: folder,
      encoding: 'utf8',
      env: { ...process.env, PATH: `${path.join(parts, 'bin')}:${process.env['PATH']}`, GITHUB_REF_NAME: tag, LOG: log },
    })
  const called = () => (existsSync(log) ? readFileSync(log, 'utf8').trim().split('\n') : [])
  return { folder, commit, publish, called, git: (...args: readonly string[]) => git(origin, ...args) }
}

describe('publishing', () => {
  test('pushes a tag with the files of the package only, and creates the release; a second run pushes the same', () => {
    const { folder, commit, publish, called, git } = makeClone()
    expect(publish('v1.2.3')).toMatchObject({ status: 0 })
    expect(git('ls-tree', '-r', '--name-only', 'package-v1.2.3').split('\n')).toEqual(['.gitignore', 'lib/main.js', 'package.json'])
    expect(git('cat-file', '-s', 'package-v1.2.3:lib/main.js')).toBe('3')
    expect(git('log', '--format=%an %p %s', 'package-v1.2.3')).toBe(`Hedgerow  Package of version 1.2.3, made from ${commit}`)
    const file = (name: string) => path.join(folder, 'release', name)
    expect(called()).toEqual([
      ...['release', 'create', 'v1.2.3', file('hedgerow-1.2.3.tgz'), file('SHA256SUMS')],
      ...['--verify-tag', '--title', 'Hedgerow 1.2.3', '--notes-file', file('notes.md')],
    ])
    const pushed = git('rev-parse', 'package-v1.2.3')
    expect(publish('v1.2.3')).toMatchObject({ status: 0 })
    expect(git('rev-parse', 'package-v1.2.3')).toBe(pushed)
  })

  test.each([{ version: '1.2.4' }, { gitHead: 'f'.repeat(40) }, { gitHead: '--output=hacked' }])(
    'refuses a package that says %j of itself',
    (said) => {
      const { folder, publish, called, git } = makeClone(said)
      expect(publish('v1.2.3')).toMatchObject({ status: 1, stderr: expect.stringContaining('the package must be that of') as unknown })
      expect(called()).toEqual([])
      expect(git('tag')).toBe('')
      expect(existsSync(path.join(folder, 'hacked'))).toBe(false)
    },
  )

  test.each([
    ['a file with another digest', 'v1.2.3', { 'release/SHA256SUMS': `${'0'.repeat(64)}  hedgerow-1.2.3.tgz\n` }],
    ['the package of another version', 'v1.2.4', {}],
    ['a tag that is not a version', 'v1;x', {}],
  ])('refuses %s', (_, tag, files) => {
    const { folder, publish, called, git } = makeClone()
    writeFiles(folder, files)
    expect(publish(tag).status).not.toBe(0)
    expect(called()).toEqual([])
    expect(git('tag')).toBe('')
  })
})
