import { lutimesSync, mkdirSync, renameSync, rmSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { openSiteMemory } from '../../../src/node/site/site-memory.ts'
import { makeFolder } from '../../support/make-folder.ts'

// Files that were written just now may change again unnoticed, so those of the tests are older.
const AGO = new Date(Date.now() - 60_000)

function makeSite() {
  const folder = makeFolder({
    'decks/a.md': 'a',
    'decks/talks/b.md': 'b',
    'decks/talks/c.png': 'c',
    'decks/site.yaml': 'theme: white',
    'dist/a.html': 'A',
    'dist/talks/c.png': 'c',
    'dist/.hedgerow.json': '{}',
  })
  const at = (file: string) => path.join(folder, file)
  symlinkSync('talks/c.png', at('decks/linked.png'))
  lutimesSync(at('decks/linked.png'), AGO, AGO)
  for (const file of ['a.md', 'talks/b.md', 'talks/c.png', 'site.yaml']) utimesSync(at(`decks/${file}`), AGO, AGO)
  const open = (told: readonly string[] = ['1.0']) =>
    openSiteMemory<string>({ cache: at('cache'), root: at('decks'), out: at('dist'), told })
  return { at, open }
}

test('a site that is there is known again, and only to the same command', () => {
  const { at, open } = makeSite()
  expect(open().recall()).toBeUndefined()
  open().remember('1 deck')
  expect(open().recall()).toBe('1 deck')
  expect(open(['1.1']).recall()).toBeUndefined()
  // Readers change nothing.
  utimesSync(at('dist'), AGO, AGO)
  expect(open().recall()).toBe('1 deck')
})

describe('no site is known again', () => {
  const changes: Readonly<Record<string, (at: (file: string) => string) => void>> = {
    'a deck has another text of the same length': (at) => writeFileSync(at('decks/a.md'), 'x'),
    'a deck has the same text and the same time, but was written again': (at) => {
      writeFileSync(at('decks/a.md'), 'a')
      utimesSync(at('decks/a.md'), AGO, AGO)
    },
    'a picture was replaced by an older one': (at) => {
      writeFileSync(at('new.png'), 'd')
      utimesSync(at('new.png'), AGO, AGO)
      renameSync(at('new.png'), at('decks/talks/c.png'))
    },
    'there is another file': (at) => writeFileSync(at('decks/talks/d.css'), ''),
    'a file is gone': (at) => rmSync(at('decks/talks/b.md')),
    'a file has another name': (at) => renameSync(at('decks/talks/b.md'), at('decks/talks/e.md')),
    'a link leads elsewhere': (at) => {
      rmSync(at('decks/linked.png'))
      symlinkSync('a.md', at('decks/linked.png'))
    },
    'the options have changed': (at) => writeFileSync(at('decks/site.yaml'), 'theme: black'),
    'a folder is now a built site': (at) => writeFileSync(at('decks/talks/.hedgerow.json'), '{}'),
    'a page was edited': (at) => writeFileSync(at('dist/a.html'), 'B'),
    'a page is gone': (at) => rmSync(at('dist/a.html')),
    'the site has another file': (at) => writeFileSync(at('dist/talks/d.png'), ''),
    'another command writes to it': (at) => writeFileSync(at('dist/.hedgerow.lock'), ''),
    'the site is gone': (at) => rmSync(at('dist'), { recursive: true }),
    'the decks are gone': (at) => rmSync(at('decks'), { recursive: true }),
    'the memory is damaged': (at) => {
      rmSync(at('cache'), { recursive: true })
      mkdirSync(at('cache'))
    },
  }
  test.each(Object.entries(changes))('if %s', (_, change) => {
    const { at, open } = makeSite()
    open().remember('1 deck')
    expect(open().recall()).toBe('1 deck')
    change(at)
    expect(open().recall()).toBeUndefined()
  })

  test('if a file has changed while the site was made', () => {
    const { at, open } = makeSite()
    const memory = open()
    writeFileSync(at('decks/a.md'), 'x')
    utimesSync(at('decks/a.md'), AGO, AGO)
    memory.remember('1 deck')
    expect(open().recall()).toBeUndefined()
  })

  test('if a file was so young that it could change at the same time', () => {
    const { at, open } = makeSite()
    writeFileSync(at('decks/a.md'), 'x')
    open().remember('1 deck')
    expect(open().recall()).toBeUndefined()
  })
})
