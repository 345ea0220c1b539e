import { existsSync, readdirSync, readFileSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { makeFolder, writeFiles } from '../support/make-folder.ts'
import { openPadServer, type PadServerOptions } from '../support/pad-server.ts'
import { pullInto } from '../support/pull-into.ts'
import { runCommand } from '../support/run-command.ts'

const PNG = (text: string) => Buffer.concat([Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), Buffer.from(text)])

async function open(files: Readonly<Record<string, string>> = {}, options: PadServerOptions = {}) {
  const server = await openPadServer(options)
  onTestFinished(() => server.close())
  const folder = makeFolder(files)
  const run = (...args: readonly string[]) => pullInto(folder, args)
  const textOf = (file: string) => readFileSync(path.join(folder, file), 'utf8')
  const picture = server.addUpload(PNG('one'))
  const name = picture.replace(/^.*\//, '')
  const text = `---\ntitle: Call\ntype: slide\n---\n\n# Call\n\n---\n\n![](${picture})\n\n---\n\n# End`
  server.addPad({ alias: 'call', text })
  return { server, folder, run, textOf, picture, name, text, home: text.replace(picture, name), call: `${server.root}call` }
}

const stateOf = (folder: string) =>
  Object.fromEntries(
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((file) => statSync(path.join(folder, file)).isFile())
      .toSorted()
      .map((file) => [file, `${statSync(path.join(folder, file)).mtimeMs} ${readFileSync(path.join(folder, file)).toString('latin1')}`]),
  )

describe('a pad', () => {
  test('is pulled byte for byte, with its pictures and their addresses', async () => {
    const { run, call, folder, textOf, name, home, text, server } = await open({ '20240822.md': '---\ntype: slide\n---\n' })
    const ran = await run(`${call}?both#/2`, '--date', '2026-12-03')
    expect(ran).toMatchObject({ status: 0, stdout: '' })
    expect(ran.lines).toEqual(['20261203.md: pulled, 1 picture', '1 pad: 1 pulled', 'To find mistakes in them: hedgerow check decks'])
    expect(textOf('20261203.md')).toBe(home)
    expect(readFileSync(path.join(folder, name))).toEqual(PNG('one'))
    expect(textOf('.pads/20261203.md')).toBe(text)
    expect(readdirSync(folder).toSorted()).toEqual(['.pads', '20240822.md', '20261203.md', name, 'pads.lock.yaml'].toSorted())
    expect(readdirSync(path.join(folder, '.pads'))).toEqual(['20261203.md'])
    expect(server.created).toEqual([])
    expect(
      textOf('pads.lock.yaml')
        .replace(/[\da-f]{64}/g, '<digest>')
        .replace(/etag: .*/, 'etag: <etag>')
        .replaceAll(server.root, '<server>/'),
    ).toMatchSnapshot()
  })

  test('that has not changed costs one request, and changes no byte and no time', async () => {
    const { run, call, folder, server } = await open()
    await run(call)
    const before = stateOf(folder)
    server.requests.length = 0
    const ran = await run()
    expect(ran.lines).toEqual(['call.md: unchanged', '1 pad: 1 unchanged'])
    expect(server.log()).toEqual([expect.stringMatching(/^GET \/s\/call\/download 304$/)])
    expect(stateOf(folder)).toEqual(before)
  })

  test('that has changed replaces the deck; what is known is not fetched again', async () => {
    const { run, call, textOf, server, home } = await open()
    await run(call)
    server.editPad('call', (text) => text.replace('# End', '# The end'))
    server.requests.length = 0
    expect((await run()).lines[0]).toBe('call.md: changed in the pad')
    expect(textOf('call.md')).toBe(home.replace('# End', '# The end'))
    expect(server.log().filter((line) => line.includes('uploads'))).toEqual([])
  })

  test('leaves a deck that only its author has changed', async () => {
    const { run, call, folder, textOf, home } = await open()
    await run(call)
    writeFileSync(path.join(folder, 'call.md'), `${home}\n\nMore\n`)
    expect(await run()).toMatchObject({ status: 0, lines: ['call.md: changed here; kept', '1 pad: 1 kept as changed here'] })
    expect(textOf('call.md')).toBe(`${home}\n\nMore\n`)
  })

  test('is merged with what its author has changed, once', async () => {
    const { run, call, folder, textOf, server, home } = await open()
    await run(call)
    writeFileSync(path.join(folder, 'call.md'), home.replace('# Call', '# Call (here)'))
    server.editPad('call', (text) => text.replace('# End', '# End (pad)'))
    expect((await run()).lines[0]).toBe('call.md: merged')
    expect(textOf('call.md')).toBe(home.replace('# Call', '# Call (here)').replace('# End', '# End (pad)'))
    expect((await run()).lines[0]).toBe('call.md: changed here; kept')
  })

  test('that clashes with the deck is written beside it, until its author has decided', async () => {
    const { run, call, folder, textOf, server, home } = await open()
    await run(call)
    const mine = home.replace('# End', '# End (here)')
    writeFileSync(path.join(folder, 'call.md'), mine)
    server.editPad('call', (text) => text.replace('# End', '# End (pad)'))
    const first = await run()
    expect(first.status).toBe(1)
    expect(first.stdout).toContain('-# End (here)\n+# End (pad)')
    expect(textOf('call.md')).toBe(mine)
    expect(textOf('call.md.pad')).toBe(home.replace('# End', '# End (pad)'))
    const again = stateOf(folder)
    expect((await run()).status).toBe(1)
    expect(stateOf(folder)).toEqual(again)
    rmSync(path.join(folder, 'call.md.pad'))
    expect(await run()).toMatchObject({ status: 0, lines: ['call.md: changed here; kept', expect.anything()] })
    expect(textOf('call.md')).toBe(mine)
    server.editPad('call', (text) => text.replace('# Call', '# Call 2'))
    expect((await run()).lines[0]).toBe('call.md: merged')
    expect(textOf('call.md')).toBe(mine.replace('# Call', '# Call 2'))
  })

  test('whose clash was resolved in favour of the pad is done', async () => {
    const { run, call, folder, textOf, server, home } = await open()
    await run(call)
    writeFileSync(path.join(folder, 'call.md'), home.replace('# End', '# End (here)'))
    server.editPad('call', (text) => text.replace('# End', '# End (pad)'))
    await run()
    writeFileSync(path.join(folder, 'call.md'), textOf('call.md.pad'))
    expect((await run()).status).toBe(0)
    expect(existsSync(path.join(folder, 'call.md.pad'))).toBe(false)
    expect((await run()).lines[0]).toBe('call.md: unchanged')
  })

  test('is known to a deck that was copied by hand, with its pictures', async () => {
    const { run, call, folder, textOf, home, name, server } = await open()
    writeFiles(folder, { 'old.md': `\ufeff${home.replaceAll('\n', '\r\n')}\r\n`, [name]: PNG('one') })
    const ran = await run(call, '--as', 'old')
    expect(ran.lines[0]).toBe('old.md: the same as in the pad; from now on a pull updates it')
    expect(textOf('old.md')).toContain('\r\n')
    expect(server.log().filter((line) => line.includes('uploads'))).toEqual([])
    expect((await run()).lines[0]).toBe('old.md: unchanged')
  })

  test('does not overwrite another file', async () => {
    const { run, call, textOf, server } = await open({ 'call.md': '# Mine\n' })
    const ran = await run(call)
    expect(ran.status).toBe(1)
    expect(ran.lines[0]?.replace(server.root, '')).toBe(
      'call: not pulled: call.md already exists, and its text differs from that of the pad. If the pad is the newer one, delete call.md and pull again; to keep both, choose another name with --as.',
    )
    expect(textOf('call.md')).toBe('# Mine\n')
    expect(server.log().filter((line) => line.includes('uploads'))).toEqual([])
  })

  test('whose deck was removed comes back only where it is named', async () => {
    const { run, call, folder, home, textOf } = await open()
    await run(call)
    rmSync(path.join(folder, 'call.md'))
    expect((await run()).lines[0]).toContain('call.md: removed here; not pulled; to bring it back: hedgerow pull http')
    expect((await run()).lines[0]).toContain(' --folder decks (if')
    expect((await run(call)).lines[0]).toBe('call.md: pulled')
    expect(textOf('call.md')).toBe(home)
  })

  test('whose picture is gone keeps its address, and says so', async () => {
    const { run, call, textOf, server, picture, text, name } = await open()
    server.removeUpload(picture)
    const ran = await run(call)
    expect(ran).toMatchObject({ status: 0 })
    expect(ran.lines.slice(0, 2)).toEqual(['call.md: pulled', expect.stringMatching(/^ {2}line 10: http\S+ was not downloaded: /)])
    expect(textOf('call.md')).toBe(text)
    server.requests.length = 0
    await run()
    expect(server.log()).toHaveLength(1)
    server.addUpload(PNG('back'), { name })
    expect((await run(call)).lines[0]).toContain('changed in the pad, 1 picture')
    expect(textOf('call.md')).toContain(`![](${name})`)
  })

  test('without the text that was pulled last is not merged by guess', async () => {
    const { run, call, folder, server, home, textOf } = await open()
    await run(call)
    rmSync(path.join(folder, '.pads'), { recursive: true })
    expect((await run()).lines[0]).toBe('call.md: unchanged')
    rmSync(path.join(folder, '.pads'), { recursive: true })
    server.editPad('call', (text) => `${text}\n\nmore`)
    expect((await run()).lines[0]).toBe('call.md: changed in the pad')
    rmSync(path.join(folder, '.pads'), { recursive: true })
    server.editPad('call', (text) => `${text} and more`)
    writeFileSync(path.join(folder, 'call.md'), home)
    expect((await run()).status).toBe(1)
    expect(textOf('call.md')).toBe(home)
  })
})

describe('--dry-run', () => {
  test('writes nothing and shows the changes', async () => {
    const { run, call, folder, server } = await open()
    expect((await run(call, '--dry-run')).stdout).toContain('+# End')
    expect(readdirSync(folder)).toEqual([])
    await run(call)
    const before = stateOf(folder)
    server.editPad('call', (text) => text.replace('# End', '# The end'))
    const ran = await run('--dry-run')
    expect(ran.stdout).toContain('-# End\n')
    expect(ran.stdout).toContain('+# The end\n')
    expect(ran.lines).toEqual(['call.md: changed in the pad', '1 pad: 1 updated; nothing was written'])
    expect(stateOf(folder)).toEqual(before)
  })
})

describe('several pads', () => {
  test('of site.yaml are pulled, with the paths that it says', async () => {
    const { run, folder, call, server } = await open()
    server.addPad({ alias: 'talk', text: '# Talk' })
    writeFiles(folder, { 'site.yaml': `pads:\n  - from: ${call}\n    to: calls/20261203.md\n  - ${server.root}talk?view\n` })
    expect((await run()).lines.slice(0, 2)).toEqual(['calls/20261203.md: pulled, 1 picture', 'talk.md: pulled'])
    expect((await run()).lines.at(-1)).toBe('2 pads: 2 unchanged')
  })

  test('are followed once each', async () => {
    const { run, server } = await open()
    server.addPad({ alias: 'a', text: `# A\n\n[b](${server.root}b) [c](/see?both)` })
    server.addPad({ alias: 'b', text: `# B\n\n[a](${server.root}s/a)` })
    server.addPad({ alias: 'see', text: '# C' })
    expect((await run(`${server.root}a`)).lines[1]).toContain('links to 2 other pads')
    expect((await run(`${server.root}a`, '--follow')).lines.slice(0, 3)).toEqual(['a.md: unchanged', 'b.md: pulled', 'c.md: pulled'])
  })

  test('go on after one that cannot be read', async () => {
    const { run, call, server } = await open()
    const ran = await run(`${server.root}none`, call)
    expect(ran.status).toBe(1)
    expect(ran.lines.at(-2)).toBe('2 pads: 1 pulled, 1 not pulled')
    expect(server.created).toEqual([])
  })

  test('with equal pictures have one file', async () => {
    const { run, server, folder } = await open()
    const [one, two] = [server.addUpload(PNG('same')), server.addUpload(PNG('same'))]
    server.addPad({ alias: 'two', text: `![](${one}) ![](${two})` })
    expect((await run(`${server.root}two`)).status).toBe(0)
    expect(readdirSync(folder).filter((file) => file.endsWith('.png'))).toHaveLength(1)
    expect((await run()).lines[0]).toBe('two.md: unchanged')
  })
})

describe('nothing is written', () => {
  test('through a link that leads out of the folder', async () => {
    const { run, call, folder } = await open()
    const outside = path.join(path.dirname(folder), 'outside')
    writeFiles(outside, { 'x.md': '# X' })
    symlinkSync(outside, path.join(folder, 'calls'))
    expect((await run(call, '--as', 'calls/20261203')).status).toBe(1)
    symlinkSync(path.join(outside, 'x.md'), path.join(folder, 'y.md'))
    expect((await run(call, '--as', 'y')).status).toBe(1)
    expect(readdirSync(outside)).toEqual(['x.md'])
    expect(readFileSync(path.join(outside, 'x.md'), 'utf8')).toBe('# X')
  })

  test.each(['../x', '.git/x', 'a/../../x', '/etc/x', 'templates/x', 'con'])('under the name %s', async (name) => {
    const { run, call, folder } = await open()
    expect(await run(call, '--as', name)).toMatchObject({ status: 2 })
    expect(readdirSync(folder)).toEqual([])
  })

  test('where the lock file has a mistake', async () => {
    const { run, call, folder } = await open({ 'pads.lock.yaml': 'version: 1\n<<<<<<< HEAD\n' })
    const ran = await run(call)
    expect(ran.status).toBe(1)
    expect(ran.lines).toEqual([
      'error: decks/pads.lock.yaml:2: git could not merge it: choose one of the two versions, and remove the lines of <, = and >',
    ])
    expect(readdirSync(folder)).toEqual(['pads.lock.yaml'])
  })

  test.each([
    [[], 'no pad is known in decks'],
    [['not an address'], 'is not the address of a pad'],
    [['--as', 'x'], '--as must be for one address'],
    [['--date', 'today'], '--date must be for an address'],
  ])('for %j', async (args, message) => {
    const { run } = await open()
    const ran = await run(...args)
    expect(ran.status).toBe(2)
    expect(ran.stderr).toContain(message)
  })
})

test('a second pull waits for the first', async () => {
  const { folder, call, server } = await open({}, { fail: ({ path: at }) => (at.includes('uploads') ? { kind: 'stall' } : undefined) })
  const run = () => runCommand(path.dirname(folder), ['pull', call])
  const first = run()
  while (!server.log().some((line) => line.includes('uploads'))) await new Promise((resolve) => setTimeout(resolve, 20))
  const second = run()
  expect((await second).stderr).toContain('waiting for another pull into decks')
  await first
})
