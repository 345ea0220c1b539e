import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { makeFolder, writeFiles } from './support/make-folder.ts'

const home = fileURLToPath(new URL('..', import.meta.url))

function run(folder: string, command: string, args: readonly string[]): string {
  return execFileSync(command, args, { cwd: folder, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] })
}

// Needs the registry, or npm's cache of it.
test('the package builds a folder of decks in an empty project, without any configuration', { timeout: 240_000 }, () => {
  const folder = makeFolder()
  // `npm test` has just compiled it.
  const [packed] = JSON.parse(run(home, 'npm', ['pack', '--json', '--ignore-scripts', '--pack-destination', folder])) as [
    { filename: string; files: { path: string }[] },
  ]
  const names = packed.files.map((file) => file.path)
  expect(
    names.filter((name) => /^(src\/(?!client\/|core\/(?:i18n|shared)\/|templates\/)|tests|bench|scripts|decks)|\.tsbuildinfo$/.test(name)),
  ).toEqual([])
  expect(names).toEqual(
    expect.arrayContaining([
      'lib/cli/main.js',
      'src/templates/talk.md',
      'editor/site.schema.json',
      'lib/client/manifest.json',
      'LICENSE',
      'README.md',
      // Messages name them.
      'docs/messages.md',
      'docs/site-options.md',
    ]),
  )

  const project = path.join(folder, 'project')
  mkdirSync(project)
  writeFiles(project, {
    'package.json': '{"private":true}',
    'talks/first.md': '---\ntitle: First\nslideOptions:\n  theme: white\n---\n\n# One\n\n---\n\n# Two $x$\n',
    'talks/sub/second.md': '---\ntype: slide\n---\n\n# Second\n\n```js\n1\n```\n',
  })
  run(project, 'npm', [
    'install',
    '--engine-strict',
    '--ignore-scripts',
    '--no-audit',
    '--no-fund',
    '--omit=dev',
    path.join(folder, packed.filename),
  ])
  const printed = run(project, 'node_modules/.bin/hedgerow', ['build', 'talks', '--json'])

  expect(JSON.parse(printed)).toMatchObject({
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
    for (const [, address = ''] of read(page).matchAll(/(?:href|src)="([^"#:?]+)[^":]*"/g))
      expect(existsSync(path.join(project, 'dist', path.dirname(page), address)), `${page} names ${address}`).toBe(true)
  }
})
