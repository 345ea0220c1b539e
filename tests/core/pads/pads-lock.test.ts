import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { type DeckOrigin, type PadsLock, writePadsLock } from '../../../src/core/pads/pads-lock.ts'
import { isPathInside, readPadsLock } from '../../../src/core/pads/read-pads-lock.ts'

const digest = 'a'.repeat(64)
const call = {
  pad: 'https://md.example.org/call',
  revision: '2026-11-27T09:00:00.123Z',
  etag: 'W/"2b7-xyz"',
  digest,
  pictures: [
    { from: 'https://md.example.org/uploads/b.png', file: 'b.png', digest },
    { from: 'https://md.example.org/uploads/a.png?x=1&y=2', file: 'pictures/a b.png', digest },
  ],
  missing: ['https://md.example.org/uploads/gone.png'],
}
const lock: PadsLock = new Map<string, DeckOrigin>([
  ['20240822.md', call],
  ['talks/über uns.md', { pictures: [], missing: ['https://md.example.org/uploads/gone.png'] }],
  ['a.md', { pad: 'https://md.example.org/a', digest, pictures: [], missing: [] }],
])
const text = writePadsLock(lock)
const mistakeIn = (written: string) => {
  const read = readPadsLock(written)
  return 'problem' in read ? `${read.line}: ${read.problem}` : undefined
}

describe('a lock file', () => {
  test('has one value per line, sorted', () => {
    expect(text).toMatchInlineSnapshot(`
      "# Where decks and their pictures came from. "hedgerow pull" writes this file; commit it with the decks.
      version: 1
      decks:
        "20240822.md":
          pad: https://md.example.org/call
          revision: 2026-11-27T09:00:00.123Z
          etag: "W/\\"2b7-xyz\\""
          digest: aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa
          pictures:
            - from: https://md.example.org/uploads/a.png?x=1&y=2
              file: "pictures/a b.png"
              digest: aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa
            - from: https://md.example.org/uploads/b.png
              file: b.png
              digest: aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa
          missing:
            - https://md.example.org/uploads/gone.png
        a.md:
          pad: https://md.example.org/a
          digest: aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa
        "talks/über uns.md":
          missing:
            - https://md.example.org/uploads/gone.png
      "
    `)
  })

  test('is read as it was written', () => {
    const read = readPadsLock(text)
    expect('lock' in read && writePadsLock(read.lock)).toBe(text)
    expect('lock' in read && read.lock.get('20240822.md')).toEqual({ ...call, pictures: call.pictures.toReversed() })
  })

  test('is YAML that other programs read', () => {
    expect(parse(text)).toMatchObject({ version: 1, decks: { '20240822.md': { pad: call.pad, revision: call.revision, etag: call.etag } } })
  })

  test('does not depend on the order in which decks were pulled', () => {
    expect(writePadsLock(new Map([...lock].toReversed()))).toBe(text)
  })

  test('of no decks is read', () => {
    expect(readPadsLock(writePadsLock(new Map()))).toEqual({ lock: new Map() })
  })

  test('may have CRLF line endings, a byte order mark, comments, empty lines and other quotes', () => {
    const other = text.replaceAll(/(?<!\\)"([^"\\]*)"(:?)$/gm, "'$1'$2").replaceAll('\n', '\n\n  # a comment\n')
    const read = readPadsLock(`\ufeff${other.replaceAll('\n', '\r\n')}`)
    expect('lock' in read ? writePadsLock(read.lock) : read).toBe(text)
  })

  test.each(['yes', 'null', '12', '1.5', '# a', 'a: b', '- a', "it's", 'ü', 'a"b', '*x', '1e3', 'x:', '0x10', '2026-01-01'])(
    'reads a deck called "%s.md" and an ETag of that kind',
    (name) => {
      const written = writePadsLock(
        new Map([[`${name}.md`, { pad: call.pad, digest, etag: name.replace(/\s|ü/g, '-'), pictures: [], missing: [] }]]),
      )
      const read = readPadsLock(written)
      expect('lock' in read ? [...read.lock] : read).toEqual([[`${name}.md`, expect.objectContaining({ pictures: [] })]])
      expect(Object.keys((parse(written) as { decks: object }).decks)).toEqual([`${name}.md`])
    },
  )
})

describe('a mistake in a lock file is reported with its line', () => {
  test.each([
    ['a conflict of git', text.replace('    revision', '<<<<<<< HEAD\n    revision')],
    ['another conflict marker', text.replace('    revision', '=======\n    revision')],
    ['an unknown name', text.replace('    etag', '    author')],
    ['an unknown name at the start', `by: me\n${text}`],
    ['a deck twice', text.replace('"talks/über uns.md"', 'a.md')],
    ['a value twice', text.replace('    etag', '    pad: https://x.org/a\n    etag')],
    ['a digest that is cut off', text.replace(digest, digest.slice(1))],
    ['a value without its name', text.replace('    pad: ', '    ')],
    ['another indentation', text.replace('    pad: ', '      pad: ')],
    ['a pad without a digest', text.replace(`    digest: ${digest}\n`, '')],
    ['a picture without a file', text.replace('        file: b.png\n', '')],
    ['a deck outside the folder', text.replace('"20240822.md"', '../a.md')],
    ['a picture outside the folder', text.replace('b.png\n        digest', '../b.png\n        digest').replace('file: b', 'file: ../b')],
    ['another version', text.replace('version: 1', 'version: 2')],
    ['no version', text.replace('version: 1', '')],
    ['an open quote', text.replace('"talks/über uns.md":', '"talks/über uns.md:')],
    ['an empty file', ''],
    ['a list', '- a\n'],
    ['an alias', text.replace('https://md.example.org/call', '*x')],
  ])('%s', (_, written) => {
    expect(mistakeIn(written)).toMatchSnapshot()
    expect(mistakeIn(written)).toBeDefined()
  })
})

test.each(['../a.md', '/a.md', 'a/../b.md', '.a.md', 'a/.git/b.md', 'a\\b.md', 'a//b.md', '', 'a\0.md', '.', 'a/.'])(
  '"%s" is not a path inside the folder',
  (path) => expect(isPathInside(path)).toBe(false),
)
