import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { type Forge, forgeFiles } from '../../../src/core/forge-files/forge-files.ts'

const COMMIT = '0123456789abcdef0123456789abcdef01234567'
const release = {
  version: '0.1.0',
  repository: 'https://forge.example.org/group/hedgerow',
  commit: COMMIT,
  tarball: 'https://forge.example.org/group/hedgerow/releases/download/v0.1.0/hedgerow-0.1.0.tgz',
}
const facts = { release, folder: 'decks', branch: 'main' }
const textOf = (forge: Forge, more: object = {}) => forgeFiles(forge, { ...facts, ...more })[0]?.text ?? ''

test('GitHub gets ten lines that call the workflow at the commit of the release', () => {
  expect(forgeFiles('github', facts)).toEqual([
    {
      path: '.github/workflows/slides.yml',
      text: `name: Slides
on:
  push: { branches: ["main"] }
  pull_request:
  workflow_dispatch:
permissions: { contents: read, pages: write, id-token: write }
jobs:
  publish:
    uses: group/hedgerow/.github/workflows/publish.yml@${COMMIT} # v0.1.0
    with: { folder: "decks" }
`,
    },
  ])
})

test.each<[Forge, readonly string[]]>([
  ['github', ['.github/workflows/slides.yml', '.github/workflows/pull-pads.yml']],
  ['gitlab', ['.gitlab-ci.yml']],
  ['forgejo', ['.forgejo/workflows/slides.yml', '.forgejo/workflows/pull-pads.yml']],
])('%s pulls on a schedule only if decks came from pads', (forge, paths) => {
  const files = forgeFiles(forge, { ...facts, pads: true })
  expect(files.map(({ path }) => path)).toEqual(paths)
  const isPulling = (found: typeof files) => found.some(({ text }) => /pull --folder|pull\.yml@/.test(text))
  expect([isPulling(files), isPulling(forgeFiles(forge, facts))]).toEqual([true, false])
})

test.each<Forge>(['gitlab', 'forgejo'])('%s installs the tarball, and gets nothing else from other servers', (forge) => {
  for (const { text } of forgeFiles(forge, { ...facts, pads: true })) {
    expect(text.match(/https?:\/\/\S+/g)).toEqual([`${release.tarball}"`])
    expect(text).not.toMatch(/uses:|include:/)
  }
})

describe.each([
  'a: b # c',
  '"quoted" \'twice\'',
  '- leading',
  '$(touch x) `touch y`',
  'a\nrun: touch x',
  '::set-output name=a::b %0A ]]>',
  'a\u2028b \\ {}[]&*!|>%@',
  'long '.repeat(40).trim(),
])('the folder %j', (folder) => {
  test.each<Forge>(['github', 'gitlab', 'forgejo'])('stays one value for %s', (forge) => {
    for (const { text } of forgeFiles(forge, { ...facts, folder, pads: true })) {
      const found: unknown[] = []
      parse(text, (key, value: unknown) => {
        if (key === 'HEDGEROW_FOLDER' || key === 'folder') found.push(value)
        return value
      })
      expect(found).toEqual([forge === 'gitlab' ? { value: folder, expand: false } : folder])
    }
  })
})

test('a folder holds no expression that GitHub or Forgejo would evaluate', () => {
  const { jobs } = parse(textOf('github', { folder: 'a${{ secrets.X }}' })) as { jobs: { publish: { with: { folder: string } } } }
  // GitHub evaluates the string in the expression to `${{`.
  expect(jobs.publish.with.folder).toBe("a${{ '${{' }} secrets.X }}")
})

test.each<Forge>(['github', 'forgejo'])('%s publishes only the branch, whatever is in its name', (forge) => {
  const { on } = parse(textOf(forge, { branch: 'c++/!a"b' })) as { on: { push: { branches: readonly string[] } } }
  expect(on.push.branches).toEqual(['c\\+\\+/\\!a"b'])
})

test('scripts contain no expressions', () => {
  for (const forge of ['gitlab', 'forgejo'] as const)
    for (const { text } of forgeFiles(forge, { ...facts, pads: true }))
      parse(text, (key, value: unknown) => {
        if (key === 'run' || key === 'script' || key === 'before_script') expect(JSON.stringify(value)).not.toContain('${{')
        return value
      })
})
