import { expect, test } from 'vitest'
import { releaseOf } from '../../../src/node/package/release.ts'

const commit = '0123456789abcdef0123456789abcdef01234567'

test('a released package says where the same tarball can be installed', () => {
  const repository = { url: 'git+https://forge.example.org/group/hedgerow.git' }
  expect(releaseOf({ version: '0.2.0', repository, gitHead: commit })).toEqual({
    version: '0.2.0',
    repository: 'https://forge.example.org/group/hedgerow',
    commit,
    tarball: 'https://forge.example.org/group/hedgerow/releases/download/v0.2.0/hedgerow-0.2.0.tgz',
  })
})

test('a package that was packed by hand is no release', () => {
  expect(releaseOf({ version: '0.2.0' })).toBeUndefined()
  expect(releaseOf({ version: '0.2.0', gitHead: commit })).toBeUndefined()
})
