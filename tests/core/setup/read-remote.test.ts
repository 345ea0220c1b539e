import { describe, expect, test } from 'vitest'
import { forgeOfHost, pagesAddress, readRemote } from '../../../src/core/setup/read-remote.ts'

describe('the repository of a remote', () => {
  const minutes = { host: 'github.com', owner: 'SovereignCloudStack', name: 'minutes' }

  test.each([
    'https://github.com/SovereignCloudStack/minutes.git',
    'https://github.com/SovereignCloudStack/minutes',
    'https://github.com/SovereignCloudStack/minutes/',
    'https://GitHub.com/SovereignCloudStack/minutes.git',
    'https://user:ghp_s3cret@github.com/SovereignCloudStack/minutes.git',
    'https://ghp_s3cret@github.com:443/SovereignCloudStack/minutes.git',
    'git@github.com:SovereignCloudStack/minutes.git',
    'github.com:SovereignCloudStack/minutes',
    'git@github.com:/SovereignCloudStack/minutes.git',
    'ssh://git@github.com/SovereignCloudStack/minutes.git',
    'ssh://git@ssh.github.com:443/SovereignCloudStack/minutes.git',
    'git+ssh://git@github.com/SovereignCloudStack/minutes.git',
    'git://github.com/SovereignCloudStack/minutes.git',
  ])('%s is found without a user name or password', (address) => {
    expect(readRemote(address)).toEqual(minutes)
  })

  test('may be in a subgroup', () => {
    const remote = readRemote('git@gitlab.opencode.de:group/sub-group/talks.git')
    expect(remote).toEqual({ host: 'gitlab.opencode.de', owner: 'group/sub-group', name: 'talks' })
  })

  test.each([
    '',
    '/srv/git/minutes.git',
    '../minutes',
    'file:///srv/git/owner/minutes.git',
    'C:\\git\\owner\\minutes',
    'C:/git/owner/minutes',
    'https://github.com/minutes',
    'https://github.com/owner/$(touch x)',
    'git@github.com:owner/`touch x`.git',
    'https://github.com/owner/${{ github.token }}',
    'https://github.com/owner/../minutes',
    'https://github.com/-owner/minutes',
    'git@-oProxyCommand=x:owner/minutes',
    'https://github.com/owner/a\nb',
    'ext::sh -c touch% x',
  ])('is not found in %j', (address) => {
    expect(readRemote(address)).toBeUndefined()
  })
})

test.each([
  ['github.com', 'github'],
  ['gitlab.com', 'gitlab'],
  ['gitlab.opencode.de', 'gitlab'],
  ['gitlab.example.org', 'gitlab'],
  ['codeberg.org', 'forgejo'],
  ['forgejo.example.org', 'forgejo'],
  ['git.example.org', undefined],
  ['github.com.example.org', undefined],
])('%s is %s', (host, forge) => {
  expect(forgeOfHost(host)).toBe(forge)
})

test.each([
  ['git@github.com:Owner/Repo.git', 'https://owner.github.io/Repo/'],
  ['git@github.com:Owner/owner.github.io.git', 'https://owner.github.io/'],
  ['git@gitlab.com:Group/sub/project.git', 'https://group.gitlab.io/sub/project/'],
  ['git@gitlab.opencode.de:group/project.git', 'https://group.usercontent.opencode.de/project/'],
  ['git@codeberg.org:owner/talks.git', 'https://owner.codeberg.page/talks/'],
  ['git@codeberg.org:owner/pages.git', 'https://owner.codeberg.page/'],
  ['git@git.example.org:owner/talks.git', undefined],
])('the pages of %s are at %s', (address, pages) => {
  const remote = readRemote(address)
  expect(remote && pagesAddress(remote)).toBe(pages)
})
