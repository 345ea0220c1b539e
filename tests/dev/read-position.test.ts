import { expect, test } from 'vitest'
import { readPosition } from '../../src/dev/answer-requests.ts'

const read = (text: string) => readPosition(new URLSearchParams(text))

test('a position has a page, three numbers and a name', () => {
  expect(read('page=/a/talk.html&h=1&v=0&f=-1&by=1-2')).toEqual({ page: '/a/talk.html', h: 1, v: 0, f: -1, by: '1-2' })
})

test.each([
  'page=//evil.example/&h=1&v=0&f=0&by=a',
  'page=/x&h=-1&v=0&f=0&by=a',
  'page=/x&h=1e3&v=0&f=0&by=a',
  'page=/x&h=1&v=0&by=a',
  'page=/x&h=1&v=0&f=0&by=%3Cb%3E',
  'page=/%5Cevil.example&h=1&v=0&f=0&by=a',
  '',
])('%j is none', (text) => {
  expect(read(text)).toBeUndefined()
})
