import { execFileSync } from 'node:child_process'
import { mkdirSync, rmSync, symlinkSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { composeInProcess } from '../../../src/node/compose/in-process.ts'
import { writeArchive } from '../../../src/node/export/write-archive.ts'
import { findTemplate } from '../../../src/node/content/find-template.ts'
import { composeSite } from '../../../src/node/site/compose-site.ts'
import { fixSite } from '../../../src/node/site/fix-site.ts'
import { readForFrame } from '../../../src/node/files/read-file.ts'
import { reportUnusedPictures } from '../../../src/node/assets/unused-pictures.ts'
import { makeFolder, writeFiles } from '../../support/make-folder.ts'
import { runCommand } from '../../support/run-command.ts'
import { stubClient } from '../../support/stub-client.ts'
import { stubDiagramRenderer } from '../../support/stub-diagram-renderer.ts'

const SECRET = 'SECRET-of-this-job'
const deck = '---\ntitle: T\ntype: slide\n---\n\n# A\n\n![x](x.svg)\n'
const tools = { client: stubClient, diagramRenderer: stubDiagramRenderer, openComposer: composeInProcess }

// What somebody may put in the place of a file, in a pull request or a shared folder.
const IMPOSTORS: readonly (readonly [name: string, make: (file: string) => void])[] = [
  ['a link to the environment', (file) => symlinkSync('/proc/self/environ', file)],
  ['a link to endless noughts', (file) => symlinkSync('/dev/zero', file)],
  ['a link to a file beside the folder', (file) => symlinkSync('../secret.txt', file)],
  ['a link to a hidden file', (file) => symlinkSync('.git', file)],
  ['a link that is broken', (file) => symlinkSync('none', file)],
  ['a pipe', (file) => execFileSync('mkfifo', [file])],
  ['a folder', (file) => mkdirSync(file)],
]

function rootWith(make: (file: string) => void, place: string): string {
  const root = makeFolder({ 'a.md': deck, 'x.svg': '<svg/>', 'site.yaml': '', '.git': SECRET, 'templates/none.txt': '' })
  writeFiles(path.dirname(root), { 'secret.txt': SECRET })
  rmSync(path.join(root, place), { force: true })
  make(path.join(root, place))
  return root
}

async function load(root: string): Promise<string> {
  const pages: string[] = []
  const { content, diagnostics, site } = await composeSite(root, tools, (composed, drawings) =>
    pages.push(JSON.stringify([composed.pages, drawings])),
  )
  reportUnusedPictures(content, site.decks)
  return pages.join('\n') + JSON.stringify(diagnostics)
}

describe.each(IMPOSTORS)('%s', (_, make) => {
  test('as site.yaml is an error that shows nothing of it, and the decks are built', async () => {
    const root = rootWith(make, 'site.yaml')
    const said = await load(root)
    expect(said).not.toContain(SECRET)
    expect(said).toMatch(/"code":"file-unreadable","severity":"error","file":"site.yaml"/)
    expect(said).toContain('a.html')
    expect(readForFrame(root, 'site.yaml')).toBeUndefined()
  })

  test('as a template is no template', async () => {
    const root = rootWith(make, 'templates/talk.md')
    expect(() => findTemplate(root, { wanted: 'talk', deck: 'mine' })).toThrow(/^(it is|ENOENT)/)
    for await (const file of fixSite(root, tools))
      expect(file).toMatchObject({ path: 'templates/talk.md', problem: expect.stringMatching(/^(it is|there is no) /) })
  })

  test.each(['x.svg', 'b.md'])('as %s is left out', async (place) => {
    const said = await load(rootWith(make, place))
    expect(said).not.toContain(SECRET)
    expect(said).toContain('a.html')
  })

  test('as the options of a deck in an archive is left out', async () => {
    const root = rootWith(make, 'site.yaml')
    const staging = path.join(path.dirname(root), 'archive')
    const clientFolder = path.join(path.dirname(root), 'client')
    writeFiles(clientFolder, { [stubClient.licences]: '' })
    const written: string[] = []
    const summary = { id: 'a', path: 'a.md', title: 'T', authors: [], tags: [], slides: 1, assets: ['x.svg'], lines: [1], draft: false }
    await writeArchive(summary as unknown as Parameters<typeof writeArchive>[0], '<p>', {
      ...{ root, lang: 'en', own: [], client: stubClient, clientFolder, maker: { version: '0', dependencies: {} } as never },
      output: {
        staging,
        target: staging,
        before: [],
        discard: () => undefined,
        async commit(files) {
          written.push(...files.keys())
          return undefined
        },
      },
    })
    expect(written).toEqual(expect.arrayContaining(['source/a.md', 'source/x.svg']))
    expect(written).not.toContain('source/site.yaml')
  })
})

test('a build shows nothing of its environment and ends, whatever site.yaml is', async () => {
  for (const target of ['/proc/self/environ', '/dev/zero']) {
    const root = rootWith((file) => symlinkSync(target, file), 'site.yaml')
    const { status, stdout, stderr } = await runCommand(root, ['check', '.'], { env: { SECRET } })
    expect([status, stdout]).toEqual([1, ''])
    expect(stderr).toContain('site.yaml error the file cannot be added to the site: it is a link that points outside the folder')
    expect(stderr).not.toContain(SECRET)
  }
}, 60_000)

test('a link inside the folder to a file inside the folder is that file', async () => {
  const root = makeFolder({ 'a.md': deck, 'x.svg': '<svg/>', 'options/site.yaml': 'titel: x\n' })
  symlinkSync('options/site.yaml', path.join(root, 'site.yaml'))
  expect(await load(root)).toContain('unknown option \\"titel\\"')
})
