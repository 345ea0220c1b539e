import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { nameDeck } from '../../src/core/deck/name-deck.ts'
import { newDeck } from '../../src/cli/commands/new.ts'
import { commandLine, findDecks, nameSome } from '../../src/cli/usage.ts'
import { discover } from '../../src/node/content/discover.ts'
import { findTemplate, ownTemplates } from '../../src/node/content/find-template.ts'
import { makeFolder } from '../support/make-folder.ts'

const DECK = '---\ntype: slide\n---\n\n# A\n'
const silent = { print() {}, command() {}, log() {}, progress() {}, paint: (_: unknown, text: string) => text }

describe.each(['md', 'markdown', 'MD'])('a file that ends in .%s', (ending) => {
  test('is a deck for a build and for the commands on one deck alike', () => {
    const root = makeFolder({ 'site.yaml': '', [`talks/talk.${ending}`]: DECK })
    expect(discover(root, () => undefined).documents).toEqual([`talks/talk.${ending}`])
    expect(findDecks(path.join(root, `talks/talk.${ending}`))).toEqual({ root, only: `talks/talk.${ending}` })
    expect(nameDeck(`talks/talk.${ending}`).path).toBe('talks/talk')
  })

  test('is a template', () => {
    const root = makeFolder({ [`templates/series.${ending}`]: DECK })
    expect(ownTemplates(root)).toEqual([`templates/series.${ending}`])
    expect(findTemplate(root, { deck: 'other' })).toEqual({ name: 'series', text: DECK })
  })
})

test('a file of another kind is no deck', () => {
  const root = makeFolder({ 'talk.txt': DECK })
  expect(() => findDecks(path.join(root, 'talk.txt'))).toThrow('neither a folder nor a Markdown file')
})

test('a new deck does not take the address of one that ends differently', () => {
  const root = makeFolder({ 'talk.markdown': DECK })
  expect(() => newDeck('talk', { folder: root }, silent)).toThrow('talk.markdown already exists')
})

describe('a command in a message', () => {
  test.each([
    [['fix', 'talks'], {}, 'hedgerow fix talks'],
    [['fix', 'my talks'], {}, 'hedgerow fix "my talks"'],
    [['fix', 'a$b"c'], {}, 'hedgerow fix "a\\$b\\"c"'],
    [['fix', 'talks'], { npm_command: 'exec' }, 'npx --no-install hedgerow fix talks'],
  ])('%j with %j is %s', (words, env, expected) => {
    expect(commandLine(words, env)).toBe(expected)
  })

  test('from the cache of npx names the address, since the registry may have another package of that name', () => {
    expect(commandLine(['fix', 'talks'], { npm_command: 'exec' }, '/home/me/.npm/_npx/0123/node_modules/hedgerow/')).toBe(
      'npx --package <address> hedgerow fix talks',
    )
  })

  test('names at most ten files', () => {
    const names = Array.from({ length: 12 }, (_, n) => `${n}.md`)
    expect(nameSome(names)).toBe('0.md, 1.md, 2.md, 3.md, 4.md, 5.md, 6.md, 7.md, 8.md, 9.md, and 2 more')
    expect(nameSome(names.slice(0, 2))).toBe('0.md, 1.md')
  })
})
