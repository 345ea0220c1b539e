import { describe, expect, test } from 'vitest'
import { explainPadAddress, readPadAddress, writePadAddress } from '../../../src/core/pads/pad-address.ts'

const read = (written: string) => {
  const pad = explainPadAddress(written)
  return 'problem' in pad ? pad.problem : `${pad.server} ${pad.id}${pad.fragment === '' ? '' : ` ${pad.fragment}`}`
}

describe('addresses of pads', () => {
  test.each([
    // HedgeDoc and CodiMD
    ['https://pad.example.org/abc', 'https://pad.example.org/ abc'],
    ['https://pad.example.org/abc/', 'https://pad.example.org/ abc'],
    ['https://pad.example.org/abc?both', 'https://pad.example.org/ abc'],
    ['https://pad.example.org/abc?view#Agenda', 'https://pad.example.org/ abc #Agenda'],
    ['https://pad.example.org/abc?edit', 'https://pad.example.org/ abc'],
    ['https://pad.example.org/abc#Agenda-für-heute', 'https://pad.example.org/ abc #Agenda-f%C3%BCr-heute'],
    ['https://pad.example.org/abc#', 'https://pad.example.org/ abc'],
    ['https://pad.example.org/abc#:~:text=marked', 'https://pad.example.org/ abc'],
    ['https://pad.example.org/s/x-1_Y', 'https://pad.example.org/ x-1_Y'],
    ['https://pad.example.org/p/x#/3', 'https://pad.example.org/ x #/3'],
    ['https://pad.example.org/p/x/#/3/1', 'https://pad.example.org/ x #/3/1'],
    ['https://pad.example.org/p/x?print-pdf#/', 'https://pad.example.org/ x #/'],
    ['https://pad.example.org/n/x', 'https://pad.example.org/ x'],
    ...['download', 'slide', 'publish', 'edit', 'info', 'pdf', 'revision', 'revision/1795866111936'].flatMap((view) => [
      [`https://pad.example.org/abc/${view}`, 'https://pad.example.org/ abc'],
      [`https://pad.example.org/s/abc/${view}/`, 'https://pad.example.org/ abc'],
    ]),
    ['https://pad.example.org/s/info', 'https://pad.example.org/ info'],
    ['https://pad.example.org/s/new', 'https://pad.example.org/ new'],
    ['https://pad.example.org/p/s/download', 'https://pad.example.org/ s'],
    ['https://pad.example.org/Übersicht-2026', 'https://pad.example.org/ Übersicht-2026'],
    ['https://pad.example.org/%C3%9Cbersicht-2026?both', 'https://pad.example.org/ Übersicht-2026'],
    ['https://pad.example.org/KyzBzvNJQaKZWYzMtnWfXw?both#', 'https://pad.example.org/ KyzBzvNJQaKZWYzMtnWfXw'],
    ['https://pad.example.org/scs-2024.08', 'https://pad.example.org/ scs-2024.08'],
    ['https://pad.example.org/notes.md?both', 'https://pad.example.org/ notes.md'],
    // Installations
    ['https://example.org/pads/abc', 'https://example.org/pads/ abc'],
    ['https://example.org/tools/pads/s/abc/download', 'https://example.org/tools/pads/ abc'],
    ['http://localhost:3000/abc', 'http://localhost:3000/ abc'],
    ['https://PAD.Example.org:443/abc', 'https://pad.example.org/ abc'],
    ['http://[::1]:3000/p/abc', 'http://[::1]:3000/ abc'],
    ['https://münchen.example/abc', 'https://xn--mnchen-3ya.example/ abc'],
    // HackMD
    ['https://hackmd.io/@team/x', 'https://hackmd.io/ @team/x'],
    ['https://hackmd.io/@user/x?type=slide#/2', 'https://hackmd.io/ @user/x #/2'],
    ['https://hackmd.io/@team/x/download', 'https://hackmd.io/ @team/x'],
    ['https://hackmd.io/@team/x/%2F%40team%2Fy', 'https://hackmd.io/ @team/x'],
    ['https://hackmd.io/p/x#/', 'https://hackmd.io/ x #/'],
    ['https://hackmd.io/cGhJRBJ6Q2y1xj-jfiHGDQ?both', 'https://hackmd.io/ cGhJRBJ6Q2y1xj-jfiHGDQ'],
    // As people copy them
    ['  https://pad.example.org/abc\n', 'https://pad.example.org/ abc'],
    ['<https://pad.example.org/abc>', 'https://pad.example.org/ abc'],
    ['"https://pad.example.org/abc",', 'https://pad.example.org/ abc'],
    ['„https://pad.example.org/abc“', 'https://pad.example.org/ abc'],
    ['(https://pad.example.org/abc).', 'https://pad.example.org/ abc'],
    ['https://pad.example.org/abc_(1)', 'https://pad.example.org/ abc_(1)'],
    ['[Agenda](https://pad.example.org/abc?both)', 'https://pad.example.org/ abc'],
    ['[the agenda of today](https://pad.example.org/abc "title")', 'https://pad.example.org/ abc'],
    ['\ufeffhttps://pad.example.org/abc\u200b', 'https://pad.example.org/ abc'],
    ['Agenda: https://pad.example.org/abc (open)', 'https://pad.example.org/ abc'],
    ['pad.example.org/abc', 'https://pad.example.org/ abc'],
    ['pad.example.org:8080/abc', 'https://pad.example.org:8080/ abc'],
    ['//pad.example.org/abc', 'https://pad.example.org/ abc'],
    ['localhost:3000/s/abc', 'http://localhost:3000/ abc'],
    ['127.0.0.1:3000/abc', 'http://127.0.0.1:3000/ abc'],
  ])('%s', (written, expected) => {
    expect(read(written)).toBe(expected)
  })

  test('has one normal form for all forms', () => {
    const forms = ['/abc', '/abc?both', '/s/abc', '/p/abc#/3', '/n/abc', '/abc/download', '/s/abc/', '/abc?view#x', '/%61bc']
    const normal = forms.map((form) => readPadAddress(`https://pad.example.org${form}`)).map((pad) => pad && writePadAddress(pad))
    expect(new Set(normal)).toEqual(new Set(['https://pad.example.org/abc']))
  })

  test('can be read again in its normal form', () => {
    for (const id of ['abc', 'Übersicht 2026', '@team/x', 'a?b#c%', 'scs-2024.08', 'x@y']) {
      const pad = { server: 'https://example.org/pads/', id, fragment: '' }
      expect(readPadAddress(writePadAddress(pad))).toEqual(pad)
    }
    expect(writePadAddress({ server: 'https://hackmd.io/', id: '@team/für', fragment: '#/1' })).toBe('https://hackmd.io/@team/f%C3%BCr')
  })
})

describe('other addresses', () => {
  test.each([
    ['', 'it is empty'],
    ['abc', 'it does not name a server'],
    ['two words', 'it contains spaces'],
    ['https://a.org/x https://a.org/y', 'it contains more than one address'],
    ['decks/20240822.md', 'it does not name a server'],
    ['/abc?both', 'it does not name a server'],
    ['ftp://pad.example.org/abc', 'it starts with "ftp:" instead of "https:"'],
    ['file:///home/me/deck.md', 'it starts with "file:" instead of "https:"'],
    ['mailto:me@example.org', 'it starts with "mailto:" instead of "https:"'],
    ['https://', 'it is not a valid web address'],
    ['https://me:secret@pad.example.org/abc', 'it contains a user name or a password'],
    ['https://pad.example.org/%E4', 'its percent signs do not encode text'],
    ['https://pad.example.org', 'it is the start page of a server'],
    ['pad.example.org', 'it is the start page of a server'],
    ['https://pad.example.org/?both', 'it is the start page of a server'],
    ['https://pad.example.org/new', 'it creates a new pad'],
    ['https://pad.example.org/new/20261203', 'it creates a new pad'],
    ['https://example.org/pads/new', 'it creates a new pad'],
    ['https://pad.example.org/features', 'it is another page of the server'],
    ['https://pad.example.org/history', 'it is another page of the server'],
    ['https://pad.example.org/auth/github/callback', 'it is another page of the server'],
    ['https://hackmd.io/team/scs', 'it is another page of the server'],
    ['https://hackmd.io/@team', 'it is the page of a person or a team'],
    ['https://pad.example.org/uploads/7d8e3f2a-0b1c-4d5e-8f90-123456789abc.png', 'it is the address of an uploaded file'],
    ['https://hackmd.io/_uploads/HkX9xYz.png', 'it is the address of an uploaded file'],
    ['https://pad.example.org/media/7d8e3f2a-0b1c-4d5e-8f90-123456789abc', 'it is the address of an uploaded file'],
    ['https://s3.eu-central-1.amazonaws.com/pads/uploads/upload_0f.jpg', 'it is the address of an uploaded file'],
    ['https://pad.example.org/api/v2/notes/abc/content', 'it is an address for programs'],
    ['https://github.com/SovereignCloudStack/minutes/blob/main/20240822.md', 'it is a page of a Git server'],
    ['https://git.example.org/team/decks/src/branch/main/deck.md', 'it is a page of a Git server'],
    ['https://gitlab.example.org/team/decks/-/raw/main/deck.md', 'it is a page of a Git server'],
    ['https://example.org/slides/deck.md', 'it is the address of a file'],
    ['https://example.org/slides/deck.html#/3', 'it is the address of a file'],
    ['https://example.org/logo.png', 'it is the address of a file'],
    ['https://pad.example.org/a%2Fb', 'it contains characters that the name of a pad cannot have'],
    ['https://pad.example.org/a%00b', 'it contains characters that the name of a pad cannot have'],
    ['https://pad.example.org/s/%2e%2e%2fx', 'it contains characters that the name of a pad cannot have'],
  ])('%s', (written, problem) => {
    expect(read(written)).toBe(problem)
    expect(readPadAddress(written)).toBeUndefined()
  })
})
