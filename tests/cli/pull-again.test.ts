import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
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
