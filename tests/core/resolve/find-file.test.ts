import { expect, test, describe } from 'vitest'
import { findFile } from '../../../src/core/resolve/find-file.ts'
import { findSpelling } from '../../../src/core/resolve/find-spelling.ts'
import { resolvePath } from '../../../src/core/resolve/resolve-path.ts'

const ONE = 'Gr\u00fcn'
const TWO = 'Gru\u0308n'

test.each([
  [`${ONE}.png`, `${TWO}.png`],
  [`${TWO}.png`, `${ONE}.png`],
  [`${ONE}/${ONE}.png`, `${ONE}/${TWO}.png`],
  [`${ONE}/${ONE}.png`, `${TWO}/${ONE}.png`],
  [`${ONE}/${ONE}.png`, `${TWO}/${TWO}.png`],
  ['a.png', 'a.png'],
])('%j means the file %j', (written, file) => {
  expect(findSpelling(written, new Set(['b.png', file]))).toBe(file)
})

test('of two files that differ in nothing else, the one that is written is meant', () => {
  const both = new Set([`${ONE}.png`, `${TWO}.png`])
  expect([findSpelling(`${ONE}.png`, both), findSpelling(`${TWO}.png`, both)]).toEqual([`${ONE}.png`, `${TWO}.png`])
})

test('another name is none', () => {
  expect(findSpelling('Grun.png', new Set([`${ONE}.png`]))).toBeUndefined()
})

describe('a local address', () => {
  test.each([
    ['a.png', 'a/deck.md', 'a/a.png'],
    ['./a.png', 'a/deck.md', 'a/a.png'],
    ['../a.png', 'a/deck.md', 'a.png'],
    ['/a.png', 'a/b/deck.md', 'a.png'],
    ['./b//c/./a.png', 'deck.md', 'b/c/a.png'],
    ['a.png?v=1#x', 'deck.md', 'a.png'],
    ['a%20b.png', 'deck.md', 'a b.png'],
    ['%C3%BC.png', 'deck.md', 'ü.png'],
    ['b%2fa.png', 'deck.md', 'b/a.png'],
    ['a..b.png', 'deck.md', 'a..b.png'],
    [' a.png ', 'deck.md', 'a.png'],
  ])('%s in %s means %s', (address, from, path) => {
    expect(resolvePath(address, from)).toBe(path)
  })

  test.each([
    '../a.png',
    './../../etc/passwd',
    '%2e%2e/a.png',
    '%2e%2e%2fa.png',
    '..%5ca.png',
    'b\\a.png',
    '.env',
    '.git/config',
    'a/.hidden/x.png',
    '%2egit/config',
    'a%00.png',
    'a%0a.png',
    'C:/a.png',
    'c%3a/a.png',
    '%E0%A4%A.png',
    '%',
    '',
    '#a',
  ])('%j is no file of the site', (address) => {
    expect(resolvePath(address, 'deck.md')).toBeUndefined()
  })
})

describe('an upload', () => {
  const UUID = '0b7e2c1a-1111-4222-8333-444455556666'
  test.each([
    [`https://pad.example/uploads/${UUID}.png`, `talks/${UUID}.png`],
    [`https://pad.example/uploads/${UUID}.png`, `talks/uploads/${UUID}.png`],
    [`https://pad.example/uploads/${UUID}.png`, `talks/images/${UUID}.png`],
    [`https://pad.example/uploads/${UUID}.png`, `talks/deck/${UUID}.png`],
    [`https://pad.example/uploads/${UUID}.png`, `img/${UUID}.png`],
    [`https://pad.example/uploads/${UUID}.png`, `assets/${UUID}.png`],
    [`https://pad.example/uploads/${UUID}.png`, `talks/pad.example/uploads/${UUID}.png`],
    [`https://pad.example/notes/uploads/${UUID}.png`, `notes/uploads/${UUID}.png`],
    ['https://codimd.example/uploads/upload_0123456789abcdef0123456789abcdef.png', 'media/upload_0123456789abcdef0123456789abcdef.png'],
    ['https://hackmd.io/_uploads/HyXk9aBcD.png', 'talks/HyXk9aBcD.png'],
    ['https://hackmd.io/_uploads/HyXk9aBcD.png', 'talks/_uploads/HyXk9aBcD.png'],
    ['https://i.imgur.com/aBcDeFg.jpg', 'talks/pictures/aBcDeFg.jpg'],
    ['https://bucket.s3.amazonaws.com/uploads/upload_0123456789abcdef.jpg?X-Amz=1', 'talks/images/upload_0123456789abcdef.jpg'],
    [`https://github.com/user-attachments/assets/${UUID}`, `talks/images/${UUID}.png`],
    [`https://pad.example/media/${UUID}.webp`, `talks/media/${UUID}.webp`],
    ['https://gitlab.example/group/uploads/0123456789abcdef/image.png', 'talks/uploads/0123456789abcdef/image.png'],
    [`/uploads/${UUID}.png`, `talks/${UUID}.png`],
    [`/pad/uploads/${UUID}.png?width=1`, `talks/images/${UUID}.png`],
    ['https://pad.example/uploads/my%20plan.png', 'talks/my plan.png'],
  ])('%s is %s', (address, file) => {
    expect(findFile(address, { from: 'talks/deck.md', files: new Set(['talks/other.png', file]) })).toEqual({ path: file })
  })

  test.each([
    ['https://site.example/logo.png', 'talks/logo.png'],
    ['https://gitlab.example/group/uploads/0123456789abcdef/image.png', 'talks/image.png'],
    [`https://pad.example/uploads/${UUID}.zip`, `talks/${UUID}.zip`],
    ['https://pad.example/uploads/..%2fa.png', 'a.png'],
    ['https://pad.example/uploads/%2e%2e/a.png', 'talks/other/a.png'],
    ['https://pad.example/uploads/.hidden.png', 'talks/.hidden.png'],
    [`https://pad.example/uploads/${UUID}.png`, `private/${UUID}.png`],
  ])('%s is not %s', (address, file) => {
    expect(findFile(address, { from: 'talks/deck.md', files: new Set([file]) })).not.toHaveProperty('path')
  })
})

test('a file in the folder of WordPress is no upload of a pad', () => {
  const found = (address: string) => findFile(address, { from: 'deck.md', files: new Set() })
  expect(found('https://a.example/wp-content/uploads/2019/06/b.png')).toMatchObject({ code: 'asset-remote' })
  expect(found('https://a.example/uploads/3fc8b1e2-5a4d-4c6e-9b7a-2d1e0f9c8b7a.png')).toMatchObject({ code: 'asset-upload' })
})
