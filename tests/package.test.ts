import { execFile, spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { makeFolder } from './support/make-folder.ts'
import { bareRepository, barePath, digestsIn, home, makeRelease, run, serveFiles, whereIs } from './support/make-release.ts'

interface Locked {
  readonly version: string
  readonly integrity?: string
  readonly dev?: boolean
  readonly devOptional?: boolean
}

interface Lock {
  readonly packages: Readonly<Record<string, Locked>>
}

const REPOSITORY = 'https://git.example.org/owner/hedgerow'
const holder = mkdtempSync(path.join(os.tmpdir(), 'hedgerow-release-'))
const [release, again, unpacked] = ['release', 'again', 'unpacked'].map((name) => path.join(holder, name)) as [string, string, string]
const [TARBALL, BILL] = ['hedgerow-0.1.0.tgz', 'hedgerow-0.1.0.cdx.json'] as const
const tarball = path.join(release, TARBALL)

const readJson = (...names: readonly string[]): unknown => JSON.parse(readFileSync(path.join(...names), 'utf8'))
const nameOf = (place: string) => place.slice(place.lastIndexOf('node_modules/') + 'node_modules/'.length)

beforeAll(async () => {
  await Promise.all([
    makeRelease(release, `${REPOSITORY}.git`, { TZ: 'Asia/Tokyo' }),
    makeRelease(again, REPOSITORY, { TZ: 'UTC', GITHUB_REPOSITORY: 'someone/fork' }),
  ])
  mkdirSync(unpacked)
  run(unpacked, 'tar', '-xzf', tarball, '--strip-components=1')
}, 240_000)
afterAll(() => rmSync(holder, { recursive: true, force: true }))

test('the same commit gives a release of the same bytes, with digests', () => {
  const made = digestsIn(release)
  expect(Object.keys(made)).toEqual(['SHA256SUMS', BILL, TARBALL, 'notes.md'])
  expect(digestsIn(again)).toEqual(made)
  const listed = [TARBALL, BILL].map((file) => `${made[file]}  ${file}\n`)
  expect(readFileSync(path.join(release, 'SHA256SUMS'), 'utf8')).toBe(listed.join(''))
})

test('the package has what users need, and no file of development', () => {
  const names = Object.keys(digestsIn(unpacked))
  expect(
    names.filter((name) =>
      /^(src\/(?!client\/|core\/(?:i18n|shared)\/|templates\/)|tests|bench|scripts|decks|\.)|\.tsbuildinfo$|^lib.*\.d\.ts$/.test(name),
    ),
  ).toEqual([])
  expect(names).toEqual(
    expect.arrayContaining([
      'lib/cli/main.js',
      // Steps of workflows.
      'lib/ci/publish.js',
      'lib/ci/preview.js',
      'src/templates/talk.md',
      'editor/site.schema.json',
      'lib/client/manifest.json',
      'LICENSE',
      'README.md',
      'npm-shrinkwrap.json',
      // Messages name them.
      'docs/messages.md',
      'docs/site-options.md',
    ]),
  )
})

test('its program is in a few files, which find the others of the package', () => {
  const modules = Object.keys(digestsIn(unpacked)).filter((name) => /^lib\/(?!client\/).*\.js$/.test(name))
  expect(modules.filter((name) => !name.startsWith('lib/node/program/')).toSorted()).toEqual([
    'lib/ci/preview.js',
    'lib/ci/publish.js',
    'lib/cli/main.js',
    'lib/node/compose/worker.js',
    'lib/node/diagrams/graphviz-worker.js',
    'lib/node/pictures/encode-pictures.js',
  ])
  const named = modules.flatMap((name) =>
    [...readFileSync(path.join(unpacked, name), 'utf8').matchAll(/new URL\("([^"]+)", import\.meta\.url\)/g)].map((match) =>
      path.posix.join(path.posix.dirname(name), match[1] ?? ''),
    ),
  )
  expect([...new Set(named)].toSorted()).toEqual(['./', 'package.json'])
})

test('its package.json names the release and exact versions, and nothing that npm would run', () => {
  const manifest = readJson(unpacked, 'package.json') as Readonly<Record<string, unknown>>
  expect(manifest).toMatchObject({
    repository: { type: 'git', url: `git+${REPOSITORY}.git` },
    gitHead: run(home, 'git', 'rev-parse', 'HEAD').trim(),
    dependencies: (readJson(home, 'package.json') as { dependencies: unknown }).dependencies,
  })
  expect(manifest).not.toHaveProperty('scripts')
  expect(manifest).not.toHaveProperty('devDependencies')
  for (const version of Object.values(manifest['dependencies'] as Record<string, string>)) expect(version).toMatch(/^\d+\.\d+\.\d+/)
})

test('npm-shrinkwrap.json has the packages of package-lock.json that users get, and no address', () => {
  const { packages } = readJson(unpacked, 'npm-shrinkwrap.json') as Lock
  const developed = (readJson(home, 'package-lock.json') as Lock).packages
  const ofUsers = Object.entries(developed).filter(([place, { dev, devOptional }]) => place !== '' && !dev && !devOptional)
  const { '': root, ...locked } = packages
  expect(locked).toEqual(Object.fromEntries(ofUsers))
  expect(root).toMatchObject({ name: 'hedgerow', version: '0.1.0' })
  expect(Object.keys(locked)).toContain('node_modules/satori')
  expect(Object.keys(locked)).not.toContain('node_modules/vitest')
  expect(JSON.stringify(packages)).not.toMatch(/"resolved"|_authToken|127\.0\.0\.1/)
})

test('the bill of materials lists the same packages', () => {
  const { packages } = readJson(unpacked, 'npm-shrinkwrap.json') as Lock
  const locked = Object.entries(packages).flatMap(([place, { version }]) => (place === '' ? [] : [`${nameOf(place)}@${version}`]))
  const bill = readJson(release, BILL) as {
    bomFormat: string
    components: { name: string; version: string; hashes: unknown[]; licenses: unknown[] }[]
    metadata: { component: { purl: string; hashes: { content: string }[] } }
  }
  expect(bill.bomFormat).toBe('CycloneDX')
  expect(bill.components.map(({ name, version }) => `${name}@${version}`).toSorted()).toEqual([...new Set(locked)].toSorted())
  for (const { name, hashes, licenses } of bill.components) expect([hashes.length, licenses.length], name).toEqual([1, 1])
  expect(bill.metadata.component).toMatchObject({ name: 'hedgerow', version: '0.1.0' })
  // The name may be another's in the public registry.
  expect(bill.metadata.component.purl).toMatch(/^pkg:generic\/hedgerow@0\.1\.0\?download_url=https%3A%2F%2Fgit\.example\.org%2F/)
})

test('a git address gives the files of the tarball, though npm runs no script', { timeout: 120_000 }, () => {
  const repository = bareRepository()
  const script = `import { commitPackage } from './scripts/release/commit-package.mjs'; const [repository, tarball, version, commit] = process.argv.slice(1); console.log(commitPackage(repository, tarball, { version, commit }))`
  const tag = run(
    home,
    process.execPath,
    '--input-type=module',
    '--eval',
    script,
    repository,
    tarball,
    '0.1.0',
    run(home, 'git', 'rev-parse', 'HEAD').trim(),
  ).trim()
  expect(tag).toBe('package-v0.1.0')
  const folder = makeFolder()
  // What `npm install` of the address would unpack, without the dependencies.
  run(folder, 'npm', 'pack', '--silent', '--ignore-scripts', `git+file://${repository}#${tag}`)
  run(folder, 'tar', '-xzf', TARBALL)
  expect(digestsIn(path.join(folder, 'package'))).toEqual(digestsIn(unpacked))
})

// Needs the registry, or npm's cache of it.
test(
  'npm installs the package from an address without git and without a warning, and it builds a folder of decks',
  {
    timeout: 240_000,
  },
  async ({ skip }) => {
    const address = `${await serveFiles(release)}/${TARBALL}`
    const env = { ...process.env, PATH: barePath(), npm_config_update_notifier: 'false' }
    const project = makeFolder({
      'package.json': '{"private":true}',
      'talks/first.md': '---\ntitle: First\nslideOptions:\n  theme: white\n---\n\n# One\n\n---\n\n# Two $x$\n',
      'talks/sub/second.md': '---\ntype: slide\n---\n\n# Second\n\n```js\n1\n```\n',
    })
    const args = [whereIs('npm'), 'install', '--engine-strict', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=warn', address]
    const { stderr } = await promisify(execFile)(process.execPath, args, { cwd: project, env }).catch((cause: unknown) => {
      const { stderr: said } = cause as { stderr: string }
      if (!process.env['CI'] && /E(?:NOTFOUND|AI_AGAIN|CONNREFUSED|NETUNREACH|TIMEDOUT)/.test(said)) skip('no registry')
      throw cause
    })
    expect(stderr).toBe('')

    const { packages } = readJson(unpacked, 'npm-shrinkwrap.json') as Lock
    const { packages: installed } = readJson(project, 'node_modules/.package-lock.json') as Lock
    const places = Object.keys(installed).filter((place) => place !== 'node_modules/hedgerow')
    expect(places.filter((place) => packages[place] === undefined)).toEqual([])
    // The second version of a package that others need cannot be pinned.
    const first = places.filter((place) => place.lastIndexOf('node_modules/') === 0)
    expect(first.map((place) => [place, installed[place]?.version, installed[place]?.integrity])).toEqual(
      first.map((place) => [place, packages[place]?.version, packages[place]?.integrity]),
    )

    const {
      status,
      stdout,
      stderr: said,
    } = spawnSync('node_modules/.bin/hedgerow', ['build', 'talks', '--json'], { cwd: project, env, encoding: 'utf8' })
    expect(said).not.toMatch(/warn/i)
    expect(status).toBe(0)
    expect(JSON.parse(stdout)).toMatchObject({
      errors: 0,
      warnings: 0,
      decks: [
        { id: 'first', slides: 2 },
        { id: 'sub/second', slides: 1 },
      ],
    })
    const read = (file: string) => readFileSync(path.join(project, 'dist', file), 'utf8')
    expect(readdirSync(path.join(project, 'dist')).toSorted()).toEqual(
      [
        '.hedgerow.json',
        '.nojekyll',
        '404.html',
        'assets',
        'first.html',
        'first.md',
        'first.read.html',
        'hedgerow',
        'index.html',
        'llms.txt',
        'sub',
      ].toSorted(),
    )
    expect(read('first.html')).toContain('<title>First</title>')
    expect(read('index.html')).toContain('href="sub/second.html"')
    for (const page of ['first.html', 'first.read.html', 'sub/second.html', 'sub/second.read.html', 'index.html']) {
      for (const [, file = ''] of withoutScripts(read(page)).matchAll(/(?:href|src)="([^"#:?]+)[^":]*"/g))
        expect(existsSync(path.join(project, 'dist', path.dirname(page), file)), `${page} names ${file}`).toBe(true)
    }
  },
)

test('`npm ci` in the unpacked package would install what npm-shrinkwrap.json has', { timeout: 60_000 }, () => {
  const read = (name: string) => readFileSync(path.join(unpacked, name))
  const folder = makeFolder({ 'package.json': read('package.json'), 'npm-shrinkwrap.json': read('npm-shrinkwrap.json') })
  // Fails if the two differ. Offline: the lock has all that it needs.
  expect(run(folder, 'npm', 'ci', '--dry-run', '--offline', '--ignore-scripts')).toMatch(/^added \d+ packages/m)
})

// What scripts in a page contain is not its markup.
function withoutScripts(page: string): string {
  return page.replace(/<script>.*?<\/script>/gs, '')
}
