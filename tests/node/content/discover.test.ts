import { execFileSync } from 'node:child_process'
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { discover } from '../../../src/node/content/discover.ts'
import { makeFolder, writeFiles } from '../../support/make-folder.ts'

function found(root: string) {
  const { documents, files } = discover(root, () => undefined)
  return { documents, files: [...files].toSorted() }
}

describe('what stands below a folder', () => {
  test('are documents, and files that a site may publish', () => {
    const root = makeFolder({ 'b.md': '', 'a/c.markdown': '', 'A.MD': '', 'a/x.png': '', 'y.JPG': '', 'z.pdf': '' })
    expect(found(root)).toEqual({ documents: ['A.MD', 'a/c.markdown', 'b.md'], files: ['a/x.png', 'y.JPG', 'z.pdf'] })
    expect(discover(root, () => undefined).name).toBe('decks')
  })

  test.each(['x.html', 'x.js', 'x.xml', 'x.exe', 'site.yaml', 'Makefile', 'x.svgz', 'x.png.html'])(
    '%s is no file that a site may publish',
    (name) => {
      expect(found(makeFolder({ [name]: '' }))).toEqual({ documents: [], files: [] })
    },
  )

  test.each(['.git/x.md', '.hidden.md', '.x/a.png', 'node_modules/p/README.md', 'a/node_modules/x.png'])('%s is hidden', (name) => {
    expect(found(makeFolder({ [name]: '' }))).toEqual({ documents: [], files: [] })
  })

  test('what a system makes by itself is none of it, and cannot be in the way', () => {
    const names = [
      '.DS_Store',
      '._a.md',
      'Thumbs.db',
      'desktop.ini',
      'lost+found/a.md',
      'System Volume Information/b.md',
      '$RECYCLE.BIN/c.png',
    ]
    const root = makeFolder({ 'a.md': '', ...Object.fromEntries(names.map((name) => [name, ''])) })
    expect(found(root)).toEqual({ documents: ['a.md'], files: [] })
  })

  test('a built site is none of it', () => {
    const root = makeFolder({ 'a.md': '', 'dist/.hedgerow.json': '{}', 'dist/a.png': '', 'dist/deep/b.md': '' })
    expect(found(root)).toEqual({ documents: ['a.md'], files: [] })
  })

  test('may have any name', () => {
    const names = ['a b.md', 'ü😀.md', 'quote\'".md', '$(x).md', '-rf.md', 'a\nb.md']
    const root = makeFolder(Object.fromEntries(names.map((name) => [name, ''])))
    expect(discover(root, () => undefined).documents).toEqual(names.toSorted())
  })
})

describe('a symbolic link', () => {
  test('to a file inside counts as the file', () => {
    const root = makeFolder({ 'a.png': '' })
    symlinkSync('a.png', path.join(root, 'b.png'))
    expect(found(root).files).toEqual(['a.png', 'b.png'])
  })

  test.each(['/etc/passwd', '../secret.md', '../../etc/passwd'])('to %s, which is outside, does not count', (target) => {
    const root = makeFolder()
    writeFileSync(path.join(root, '../secret.md'), 'secret')
    symlinkSync(target, path.join(root, 'a.md'))
    expect(found(root).documents).toEqual([])
  })

  test('to a folder beside the root of a similar name does not count', () => {
    const root = makeFolder()
    writeFiles(`${root}-secret`, { 'a.md': 'secret' })
    symlinkSync('../decks-secret/a.md', path.join(root, 'a.md'))
    expect(found(root).documents).toEqual([])
  })

  test('to what is hidden, to nothing, to itself or to a folder does not count', () => {
    const root = makeFolder({ '.env.md': '', 'sub/x.md': '' })
    for (const [name, target] of Object.entries({ a: '.env.md', b: 'nowhere', c: 'c.md', d: 'sub', e: '..', f: '/' }))
      symlinkSync(target, path.join(root, `${name}.md`))
    expect(found(root).documents).toEqual(['sub/x.md'])
  })

  test('may be the root itself', () => {
    const root = makeFolder({ 'a.md': '' })
    symlinkSync('decks', path.join(root, '../link'))
    expect(found(path.join(root, '../link')).documents).toEqual(['a.md'])
  })
})

test('pipes and folders that end like files are passed over', () => {
  const root = makeFolder({ 'x.md/y.md': '' })
  execFileSync('mkfifo', [path.join(root, 'pipe.md'), path.join(root, 'pipe.png')])
  mkdirSync(path.join(root, 'z.png'))
  expect(found(root)).toEqual({ documents: ['x.md/y.md'], files: [] })
})

test('a root that is no folder throws', () => {
  const root = makeFolder({ 'a.md': '' })
  expect(() => discover(path.join(root, 'a.md'), () => undefined)).toThrow()
  expect(() => discover(path.join(root, 'none'), () => undefined)).toThrow('ENOENT')
})
