import { describe, expect, test } from 'vitest'
import { readAddress } from '../../../src/client/stage/session.ts'

const SESSION = 'abcdef0123456789'
const read = (rest: string, page = 'https://a.example/slides/hedgerow/speaker.html') => readAddress(`${page}#${rest}`)?.deck

describe('the address of a speaker view', () => {
  test('names a talk and the page of its deck', () => {
    expect(readAddress(`https://a.example/slides/hedgerow/speaker.html#${SESSION}/2024/a%20talk.html`)).toEqual({
      session: SESSION,
      deck: 'https://a.example/slides/2024/a%20talk.html',
    })
    expect(read(`${SESSION}/talk.html`, 'file:///home/x/dist/hedgerow/speaker.html')).toBe('file:///home/x/dist/talk.html')
  })

  test.each([
    '',
    SESSION,
    `${SESSION}/`,
    `short/talk.html`,
    `${SESSION}/../other/page.html`,
    `${SESSION}/%2e%2e/other/page.html`,
    `${SESSION}//evil.example/page.html`,
    `${SESSION}/https://evil.example/page.html`,
    `${SESSION}/javascript:alert(1)`,
    `${SESSION}/data:text/html,x`,
    `${SESSION}/\\\\evil.example/x`,
    `${SESSION}/hedgerow/speaker.html`,
  ])('leads nowhere else: %s', (rest) => {
    expect(read(rest)).toBeUndefined()
  })

  test('of a deck that is a single file is the speaker view of that file and of no other', () => {
    const file = 'file:///home/x/a%20talk.html'
    const deckOf = (path: string, of = file) => readAddress(`${of}#${SESSION}/${path}`, 'itself')?.deck
    expect(deckOf('x/a%20talk.html')).toBe(file)
    expect(deckOf('talk.html', 'https://a.example/talk.html')).toBe('https://a.example/talk.html')
    for (const other of ['x/other.html', 'a%20talk.html', '../home/x/a%20talk.html/', 'y/a%20talk.html', '/evil.example/x'])
      expect(deckOf(other)).toBeUndefined()
  })
})
