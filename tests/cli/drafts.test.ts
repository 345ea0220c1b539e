import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { makeFolder } from '../support/make-folder.ts'
import { runCommand } from '../support/run-command.ts'

const deck = (title: string, text: string) => `---\ntype: slide\n${title}---\n\n# ${text}\n`

test('a draft is not published, and a link to it says why; with --drafts it is, marked', async () => {
  const root = makeFolder({ 'a.md': `${deck('', 'A')}\n[b](b.md)\n`, 'b.md': deck('draft: true\n', 'Secret') })
  const out = path.join(root, '../out')
  const built = await runCommand(root, ['build', root, '--out', out])
  expect(built.stderr).toContain('not published: b.md (draft); to publish them, add --drafts')
  expect(built.stderr).toContain('broken link: b.md is not in the site, because that deck is a draft, a template or dated in the future')
  expect(built.status).toBe(0)
  for (const file of ['b.html', 'b.md', 'b.read.html']) expect(existsSync(path.join(out, file))).toBe(false)
  expect(readFileSync(path.join(out, 'index.html'), 'utf8')).not.toContain('Secret')

  const preview = await runCommand(root, ['build', root, '--out', out, '--drafts'])
  expect(preview.stderr).not.toContain('draft')
  const [deckPage = '', index, reading] = ['b.html', 'index.html', 'b.read.html'].map((file) => readFileSync(path.join(out, file), 'utf8'))
  expect(deckPage).toContain('<p class="deck-draft" lang="en">Draft</p>')
  expect(index).toContain('<strong class="pill draft">Draft</strong>')
  expect(reading).toContain('<strong>Draft</strong>')
  expect(readFileSync(path.join(out, 'a.html'), 'utf8')).not.toContain('Draft')

  const again = await runCommand(root, ['build', root, '--out', out])
  expect(again.stderr).toContain('no longer in the site: b.html')
})

test('a folder that has only drafts says so, and keeps the old site', async () => {
  const root = makeFolder({ 'b.md': deck('draft: true\n', 'B') })
  const { status, stderr } = await runCommand(root, ['build', root, '--out', path.join(root, '../out')])
  expect(status).toBe(2)
  expect(stderr).toContain('but some that are not published: b.md (draft); to publish them, add --drafts')
})

test('a draft is checked, and exported when it is named', async () => {
  const root = makeFolder({ 'b.md': `---\ntype: slide\ndraft: true\ntehme: x\n---\n\n# B\n` })
  const checked = await runCommand(root, ['check', root])
  expect(checked.stdout + checked.stderr).toContain('tehme')
  const { status } = await runCommand(root, ['export', path.join(root, 'b.md'), '--as', 'source', '--out', path.join(root, '../out')])
  expect(status).toBe(0)
  expect(existsSync(path.join(root, '../out/b.md'))).toBe(true)
})

test.each(['draft: yes\n', 'draft:\n', 'Draft: true\n', 'published: false\n', 'published: "no"\n', 'published: 0\n', 'date: 202X-XX-XX\n'])(
  'a deck with %j is a draft',
  async (option) => {
    const root = makeFolder({ 'a.md': deck('', 'A'), 'b.md': deck(option, 'B') })
    const { stderr } = await runCommand(root, ['build', root, '--out', path.join(root, '../out')])
    expect(stderr).toContain(`not published: b.md (${option.startsWith('date') ? 'template' : 'draft'});`)
  },
)

test('a template is not published, unless it says that it is none', async () => {
  const root = makeFolder({
    'template.md': deck('', 'Call 202X-XX-XX'),
    'call-template.md': deck('draft: false\n', 'How we made the template'),
  })
  const out = path.join(root, '../out')
  await runCommand(root, ['build', root, '--out', out])
  expect(existsSync(path.join(out, 'template.html'))).toBe(false)
  expect(existsSync(path.join(out, 'call-template.html'))).toBe(true)
  expect(readFileSync(path.join(out, 'index.html'), 'utf8')).not.toContain('202X')
})

test('a deck of a later day is published, unless the site says otherwise', async () => {
  const root = makeFolder({ '20240101.md': deck('', 'A'), '20991231.md': deck('', 'B') })
  const out = path.join(root, '../out')
  expect((await runCommand(root, ['build', root, '--out', out])).stderr).not.toContain('not published')
  expect(existsSync(path.join(out, '20991231.html'))).toBe(true)
  writeFileSync(path.join(root, 'site.yaml'), 'future: false\n')
  expect((await runCommand(root, ['build', root, '--out', out])).stderr).toContain('not published: 20991231.md (future date);')
  expect(existsSync(path.join(out, '20991231.html'))).toBe(false)
  expect(existsSync(path.join(out, '20240101.html'))).toBe(true)
})

test('a check reports links to decks that a build leaves out, but not between these', async () => {
  const links = '\n[draft](draft.md) [template](template.html) [later](20991231.md)\n'
  const root = makeFolder({
    'a.md': deck('', 'A') + links,
    'draft.md': deck('draft: true\n', 'B') + links,
    'template.md': deck('', 'C'),
    '20991231.md': deck('', 'D'),
  })
  const broken = async () => {
    const { stdout } = await runCommand(root, ['check', root, '--only', 'link-missing', '--format', 'json'])
    const { decks, diagnostics } = JSON.parse(stdout) as { decks: number; diagnostics: readonly { file: string; message: string }[] }
    return { decks, found: diagnostics.map(({ file, message }) => `${path.basename(file)} ${message}`) }
  }
  const told = (address: string) =>
    `a.md broken link: ${address} is not in the site, because that deck is a draft, a template or dated in the future`
  expect(await broken()).toEqual({ decks: 4, found: [told('draft.md'), told('template.html')] })
  writeFileSync(path.join(root, 'site.yaml'), 'future: false\n')
  expect(await broken()).toEqual({ decks: 4, found: [told('draft.md'), told('template.html'), told('20991231.md')] })
  const { stderr } = await runCommand(root, ['build', root, '--out', path.join(root, '../out'), '--all'])
  for (const address of ['draft.md', 'template.html', '20991231.md']) expect(stderr).toContain(told(address).slice('a.md '.length))
})

test('a check counts decks as a build does, and names what else it has checked', async () => {
  const root = makeFolder({ 'a.md': deck('', 'A'), '20991231.md': deck('', 'B'), 'c.md': deck('draft: true\n', 'C') })
  const count = async () => /checked (.*): 0 errors/.exec((await runCommand(root, ['check', root])).stderr)?.[1]
  expect(await count()).toBe('2 decks and 1 draft')
  writeFileSync(path.join(root, 'site.yaml'), 'future: false\n')
  writeFileSync(path.join(root, 'template.md'), deck('', 'D'))
  expect(await count()).toBe('1 deck, 1 draft, 1 template and 1 deck with a future date')
})
