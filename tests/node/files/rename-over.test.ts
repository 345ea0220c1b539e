import { expect, test } from 'vitest'
import { renameOver } from '../../../src/node/files/rename-over.ts'

// A rename that fails so many times first.
function failing(times: number, code: string) {
  const asked: string[] = []
  const rename = (from: unknown, to: unknown) => {
    asked.push(`${String(from)} ${String(to)}`)
    if (asked.length <= times) throw Object.assign(new Error(code), { code })
  }
  return { asked, rename }
}

test.each(['EPERM', 'EACCES', 'EBUSY'])('a file that Windows holds (%s) is renamed once it is let go', (code) => {
  const { asked, rename } = failing(3, code)
  renameOver('a', 'b', { rename, platform: 'win32' })
  expect(asked).toEqual(Array.from({ length: 4 }, () => 'a b'))
})

test('one that stays open is an error in the end', () => {
  const { asked, rename } = failing(Infinity, 'EPERM')
  expect(() => renameOver('a', 'b', { rename, platform: 'win32' })).toThrow('EPERM')
  expect(asked).toHaveLength(20)
})

test.each([
  ['ENOSPC', 'win32'],
  ['EPERM', 'linux'],
])('%s on %s is an error at once', (code, platform) => {
  const { asked, rename } = failing(1, code)
  expect(() => renameOver('a', 'b', { rename, platform })).toThrow(code)
  expect(asked).toHaveLength(1)
})
