import path from 'node:path'
import { expect, test } from 'vitest'
import { readSecrets } from '../../src/cli/pad-secrets.ts'
import { makeFolder } from '../support/make-folder.ts'

const [A, B] = ['https://a.example', 'https://b.example'] as const
const read = (cookie: string, origins: readonly string[] = [A]) => [...readSecrets({}, { HEDGEROW_PAD_COOKIE: cookie }, origins)]

test('a session without a server is for the only server of the pads', () => {
  expect(read('connect.sid=s%3Ax')).toEqual([[A, { cookie: 'connect.sid=s%3Ax' }]])
  expect(read('s%3Ax\n')).toEqual([[A, { cookie: 'connect.sid=s%3Ax' }]])
})

test('a session is for the server that is before it', () => {
  expect(read(`${B}/pads/ x\n`)).toEqual([[B, { cookie: 'connect.sid=x' }]])
  expect(read(`${A} x\n${B} y`, [A, B])).toEqual([
    [A, { cookie: 'connect.sid=x' }],
    [B, { cookie: 'connect.sid=y' }],
  ])
})

test('a session for one of several servers is refused, and not printed', () => {
  expect(() => read('secret-session', [A, B])).toThrow(/must say for which server/)
  expect(() => read('secret-session', [A, B])).not.toThrow(/secret-session/)
})

test('a file comes before the environment', () => {
  const folder = makeFolder({ 'session.txt': 'from-file\n' })
  const found = readSecrets({ cookieFile: path.join(folder, 'session.txt') }, { HEDGEROW_PAD_COOKIE: 'other', HEDGEROW_PAD_TOKEN: 't' }, [
    A,
  ])
  expect([...found]).toEqual([[A, { cookie: 'connect.sid=from-file', token: 't' }]])
  expect(() => readSecrets({ tokenFile: path.join(folder, 'none') }, {}, [A])).toThrow('--token-file must be a file that can be read')
})

test('nothing is given', () => expect([...readSecrets({}, {}, [A])]).toEqual([]))
