import { existsSync, readFileSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { pullPictures } from '../../src/cli/commands/pull.ts'
import { makeFolder } from '../support/make-folder.ts'
import { openPadServer } from '../support/pad-server.ts'
import { pullInto } from '../support/pull-into.ts'

const PNG = Buffer.from('\x89PNG\r\n\x1a\nbytes', 'latin1')
const SLIDES = '---\ntitle: Call\ntype: slide\n---\n\n# Call\n\none\n\n---\n\ntwo\n\n---\n\nthree\n'

/** A pad that was pulled as `x.md`; functions edit the pad and the deck. */
async function open(text = (picture: string) => `${SLIDES}\n![](${picture})\n`) {
  const server = await openPadServer()
  onTestFinished(() => server.close())
  const folder = makeFolder({})
  const picture = server.addUpload(PNG)
  server.addPad({ alias: 'call', text: text(picture) })
  const run = (...args: readonly string[]) => pullInto(folder, args)
  const file = (name: string) => path.join(folder, name)
  const textOf = (name = 'x.md') => readFileSync(file(name), 'utf8')
  const editDeck = (from: string, to: string) => writeFileSync(file('x.md'), textOf().replace(from, to))
  const editPad = (from: string, to: string) => server.editPad('call', (old) => old.replace(from, to))
  const call = `${server.root}call`
  await run(call, '--as', 'x')
  return { server, folder, run, file, textOf, editDeck, editPad, call, picture, name: picture.replace(/^.*\//, '') }
}

describe('a clash that its author has resolved', () => {
  test('brings what the pad has changed in other places', async () => {
    const { run, textOf, editDeck, editPad, file } = await open()
    editDeck('two', 'deux')
    editPad('two', 'zwei')
    editPad('one', 'eins')
    expect((await run()).status).toBe(1)
    editDeck('deux', 'deux, zwei')
    rmSync(file('x.md.pad'))
    expect((await run()).lines[0]).toBe('x.md: merged')
    expect(textOf()).toContain('# Call\n\neins\n\n---\n\ndeux, zwei\n\n---\n\nthree')
    expect((await run()).lines[0]).toBe('x.md: changed here; kept')
  })

  test('also brings what the pad has changed since', async () => {
    const { run, textOf, editDeck, editPad, file } = await open()
    editDeck('two', 'deux')
    editPad('two', 'zwei')
    await run()
    editPad('one', 'eins')
    editPad('three', 'drei')
    rmSync(file('x.md.pad'))
    expect((await run()).lines[0]).toBe('x.md: merged')
    expect(textOf()).toContain('# Call\n\neins\n\n---\n\ndeux\n\n---\n\ndrei')
  })

  test('keeps the line endings of the deck', async () => {
    const { run, textOf, editDeck, editPad, file } = await open()
    writeFileSync(file('x.md'), `\ufeff${textOf().replaceAll('\n', '\r\n')}`)
    editDeck('two', 'deux')
    editPad('two', 'zwei')
    editPad('one', 'eins')
    await run()
    rmSync(file('x.md.pad'))
    await run()
    expect(textOf()).toMatch(/^\ufeff---\r\n[^]*eins\r\n[^]*deux\r\n/)
    expect(textOf()).not.toMatch(/(?<!\r)\n/)
  })

  test('by going back to what was pulled takes the version of the pad', async () => {
    const { run, textOf, editDeck, editPad, file } = await open()
    editDeck('two', 'deux')
    editPad('two', 'zwei')
    await run()
    editDeck('deux', 'two')
    rmSync(file('x.md.pad'))
    expect((await run()).lines[0]).toBe('x.md: changed in the pad')
    expect(textOf()).toContain('zwei')
    expect((await run()).lines[0]).toBe('x.md: unchanged')
  })
})

describe('a file beside a deck that clashes', () => {
  test('that its author has edited does not resolve what the pad has changed since', async () => {
    const { run, textOf, editDeck, editPad, file } = await open()
    editDeck('two', 'deux')
    editPad('two', 'zwei')
    await run()
    const edited = textOf('x.md.pad').replace('zwei', 'deux, zwei')
    writeFileSync(file('x.md.pad'), edited)
    editPad('zwei', 'zwei, doch')
    expect((await run()).status).toBe(1)
    expect(textOf('x.md.pad')).toBe(edited)
    rmSync(file('x.md.pad'))
    expect((await run()).status).toBe(1)
    expect(textOf('x.md.pad')).toContain('zwei, doch')
  })

  test('that did not come from a pull is kept, and its removal resolves nothing', async () => {
    const { run, textOf, editDeck, editPad, file } = await open()
    writeFileSync(file('x.md.pad'), 'mine')
    editDeck('two', 'deux')
    editPad('two', 'zwei')
    expect((await run()).status).toBe(1)
    expect(textOf('x.md.pad')).toBe('mine')
    rmSync(file('x.md.pad'))
    expect((await run()).status).toBe(1)
    expect(textOf('x.md.pad')).toContain('zwei')
  })
})

describe('a deck that was renamed', () => {
  test('is recognised if nothing else has changed in it', async () => {
    const { run, textOf, editPad, file } = await open()
    renameSync(file('x.md'), file('y.md'))
    expect((await run('--dry-run')).lines[0]).toBe('y.md: unchanged')
    expect(textOf('pads.lock.yaml')).toContain('x.md')
    expect((await run()).lines[0]).toBe('y.md: unchanged')
    expect(textOf('pads.lock.yaml')).not.toContain('x.md')
    expect([existsSync(file('.pads/x.md')), existsSync(file('.pads/y.md'))]).toEqual([false, true])
    editPad('two', 'zwei')
    expect((await run()).lines[0]).toBe('y.md: changed in the pad')
  })

  test('and changed is pulled again with its new name', async () => {
    const { run, textOf, editDeck, editPad, file, call } = await open()
    editDeck('two', 'deux')
    editPad('one', 'eins')
    renameSync(file('x.md'), file('y.md'))
    expect((await run()).lines[0]).toMatch(/^x\.md: removed here; not pulled; .* \(if you renamed it, add --as and its new name\)$/)
    expect((await run(call, '--as', 'y')).lines[0]).toBe('y.md: merged')
    expect(textOf('y.md')).toContain('# Call\n\neins\n\n---\n\ndeux')
    expect(existsSync(file('x.md'))).toBe(false)
    expect((await run()).lines[0]).toBe('y.md: changed here; kept')
  })

  test('a pad is not pulled into a second deck', async () => {
    const { run, call, file } = await open()
    const ran = await run(call, '--as', 'y')
    expect(ran.status).toBe(1)
    expect(ran.lines[0]).toBe('x.md: not pulled: the pad was already pulled as x.md. Rename that file to y.md, and pull again.')
    expect(existsSync(file('y.md'))).toBe(false)
  })
})

describe('a deck', () => {
  test('that is not UTF-8 is not written', async () => {
    const { run, textOf, editPad, file } = await open()
    const bytes = Buffer.from(textOf().replace('two', 'zw\xf6lf'), 'latin1')
    writeFileSync(file('x.md'), bytes)
    editPad('one', 'eins')
    const ran = await run()
    expect([ran.status, ran.lines[0]]).toEqual([1, 'x.md: not pulled: x.md is not valid UTF-8. Save it as UTF-8, and pull again.'])
    expect(readFileSync(file('x.md'))).toEqual(bytes)
  })

  test('is not emptied with its pad', async () => {
    const { run, textOf, server } = await open()
    const before = textOf()
    server.editPad('call', '\n')
    const ran = await run()
    expect([ran.status, ran.lines[0]]).toEqual([
      1,
      'x.md: not pulled: the pad is empty now. Restore it from its revisions, or delete x.md too.',
    ])
    expect(textOf()).toBe(before)
  })

  test('that came from a pad of another address is not overwritten, and says so', async () => {
    const { run, server, call, editPad, textOf } = await open()
    const before = textOf()
    editPad('two', 'zwei')
    const { shortid } = server.editPad('call', (old) => old)
    const ran = await run(`${server.root}s/${shortid}`, '--as', 'x')
    expect(ran.status).toBe(1)
    expect(ran.lines[0]).toContain(
      `not pulled: x.md already exists, and came from ${call}. If that is the same pad, pull it by that address; if not, choose another name with --as.`,
    )
    expect(textOf()).toBe(before)
  })
})

describe('a picture', () => {
  test('that was deleted here and on its server is no change of the next pull', async () => {
    const { run, server, picture, textOf, editPad, name, file } = await open()
    rmSync(file(name))
    server.removeUpload(picture)
    editPad('two', 'zwei')
    await run()
    expect(textOf()).toContain(`![](${picture})`)
    expect(textOf('pads.lock.yaml')).not.toContain('pictures:')
    expect((await run()).lines[0]).toBe('x.md: unchanged')
    editPad('![](', '![A chart](')
    expect((await run()).lines[0]).toBe('x.md: changed in the pad')
  })

  test('whose name a link out of the folder has gets another name', async () => {
    const { run, server, name, textOf, file, call } = await open()
    for (const one of [name, 'x.md', 'pads.lock.yaml']) rmSync(file(one))
    symlinkSync('/etc/hostname', file(name))
    server.addPad({ alias: 'other', text: '# Other' })
    const ran = await run(call, `${server.root}other`)
    expect(ran.status).toBe(0)
    expect(ran.lines.slice(0, 2)).toEqual(['call.md: pulled, 1 picture', 'other.md: pulled'])
    expect(textOf('call.md')).toContain(`![](${name.replace('.png', '-2.png')})`)
  })
})

describe('a first pull', () => {
  test('may be a dry run into a folder that is not there yet', async () => {
    const { call, file } = await open()
    const folder = path.join(makeFolder({}), 'decks')
    expect((await pullInto(folder, [call, '--dry-run'])).lines[0]).toMatch(/^call\.md: pulled/)
    expect(existsSync(folder)).toBe(false)
    const detour = path.join(path.dirname(file('')), 'new', '..', 'decks-new')
    onTestFinished(() => rmSync(detour, { recursive: true, force: true }))
    expect((await pullInto(`${path.dirname(file(''))}/new/../decks-new`, [call])).status).toBe(0)
  })

  test('says which pads are not decks', async () => {
    const { run, server } = await open()
    server.addPad({ alias: 'list', text: '# List' })
    server.addPad({ alias: 'talk', text: SLIDES.replace('Call', 'Talk') })
    expect((await run(`${server.root}list`, `${server.root}talk`)).lines[3]).toBe(
      'Not a deck yet: list.md; add "type: slide" to the front matter in the pad, and pull again',
    )
  })

  test('does not print the password of an address', async () => {
    const { run } = await open()
    expect((await run('https://ada:secret@pad.example.org/call')).stderr).toBe(
      'error: "https://…@pad.example.org/call" is not the address of a pad: it contains a user name or a password\n',
    )
  })
})

test('a mistake in the lock file comes with what to do', async () => {
  const { run, file, textOf } = await open()
  writeFileSync(file('pads.lock.yaml'), textOf('pads.lock.yaml').replace('digest', 'digets'))
  expect((await run()).stderr).toBe(
    'error: decks/pads.lock.yaml:7: "digets" is not expected here; correct it, or restore the file with git\n',
  )
})

test('--pictures takes no options of a pull of pads', async () => {
  const terminal = { print: () => undefined, log: () => undefined, progress: () => undefined, paint: () => '', command: () => undefined }
  const options = { folder: 'decks', pictures: true, cookieFile: 'session' } as const
  await expect(pullPictures([], options, { ...terminal, version: '1' })).rejects.toThrow('--cookie-file must be used without --pictures')
})
