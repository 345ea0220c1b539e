import { symlinkSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { readIncluded } from '../../../src/node/compose/read-included.ts'
import { makeFolder } from '../../support/make-folder.ts'

const NEVER = { problem: 'a file with this name is never published' }

describe('what a deck includes', () => {
  test.each([
    'site.yaml',
    'SITE.YML',
    'package.json',
    'secrets.json',
    'a/passwords.txt',
    'id_rsa',
    'server.pem',
    'prod.env',
    'a/api-token.js',
  ])('is never %s', (file) => {
    expect(readIncluded(makeFolder({ [file]: 'x' }), file)).toEqual(NEVER)
  })

  test('is no such file through a link with another name', () => {
    const root = makeFolder({ 'secrets.json': '{}' })
    symlinkSync('secrets.json', path.join(root, 'part.md'))
    symlinkSync('secrets.json', path.join(root, 'a.js'))
    expect([readIncluded(root, 'part.md'), readIncluded(root, 'a.js')]).toEqual([NEVER, NEVER])
  })

  test('is code and Markdown of any other name', () => {
    const files = ['a.ts', 'Makefile', 'passwords.md', 'config.yaml']
    const root = makeFolder(Object.fromEntries(files.map((file) => [file, 'x\r\n'])))
    expect(files.map((file) => readIncluded(root, file))).toEqual(files.map(() => ({ text: 'x\n' })))
  })
})
