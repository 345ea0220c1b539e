import { mkdirSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { readRepository, remotesOf } from '../../../src/node/setup/read-repository.ts'
import { makeFolder } from '../../support/make-folder.ts'

const CONFIG =
  '[core]\n\tbare = false\n[remote "upstream"]\n\turl = git@a.example:x/y\n[remote "origin"]\n\turl = https://b.example/x/y.git\n'
const HEAD = { '.git/HEAD': 'ref: refs/heads/topic\n', '.git/config': CONFIG }

test('a repository is found from a folder in it, with the remote "origin"', () => {
  const root = makeFolder({ ...HEAD, 'a/b/c.md': '' })
  expect(readRepository(path.join(root, 'a/b'))).toEqual({ root, remote: 'https://b.example/x/y.git', branch: 'topic' })
})

test.each([
  [{ '.git/refs/remotes/origin/HEAD': 'ref: refs/remotes/origin/trunk\n', '.git/refs/heads/main': '' }, 'trunk'],
  [{ '.git/refs/heads/main': '', '.git/refs/heads/topic': '' }, 'main'],
  [{ '.git/packed-refs': '# pack-refs\n0123 refs/heads/master\n' }, 'master'],
  [{ '.git/refs/heads/topic': '' }, 'topic'],
  [{ '.git/HEAD': '0123456789\n' }, 'main'],
])('with %j, the branch that is published is %s', (files, branch) => {
  expect(readRepository(makeFolder({ ...HEAD, ...files }))?.branch).toBe(branch)
})

test('a work tree of another repository has the remote of that one', () => {
  const root = makeFolder({
    'own/.git/HEAD': 'ref: refs/heads/main\n',
    'own/.git/config': CONFIG,
    'own/.git/worktrees/x/HEAD': 'ref: refs/heads/topic\n',
    'own/.git/worktrees/x/commondir': '../..\n',
    'tree/.git': 'gitdir: ../own/.git/worktrees/x\n',
  })
  const tree = path.join(root, 'tree')
  expect(readRepository(tree)).toEqual({ root: tree, remote: 'https://b.example/x/y.git', branch: 'topic' })
})

test('an empty folder that is called .git is not a repository', () => {
  const root = makeFolder()
  mkdirSync(path.join(root, '.git'))
  expect(readRepository(root)).toBeUndefined()
})

test.each([
  ['[remote "a b"]\n url = "x#y" ; z\n', [['a b', 'x']]],
  ['[Remote "a\\"b"]\nURL=x # y\n', [['a"b', 'x']]],
  ['[remote "a"]\nurl = x\nurl = y\n[branch "b"]\nurl = z\n', [['a', 'x']]],
  ['[remote]\nurl = x\n', []],
])('the remotes of %j are %j', (config, remotes) => {
  expect(remotesOf(config)).toEqual(remotes)
})
