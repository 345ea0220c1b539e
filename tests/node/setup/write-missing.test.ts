import { lstatSync, mkdirSync, readdirSync, readFileSync, symlinkSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { obstacleAt, writeMissing } from '../../../src/node/setup/write-missing.ts'
import { makeFolder } from '../../support/make-folder.ts'

describe('a file that is missing', () => {
  test('is written, with its folders, and nothing else is left', () => {
    const root = path.join(makeFolder(), 'new')
    expect(obstacleAt(root, 'a/b/c.yml')).toBeUndefined()
    expect(writeMissing(root, 'a/b/c.yml', 'text')).toBe(true)
    expect(readFileSync(path.join(root, 'a/b/c.yml'), 'utf8')).toBe('text')
    expect(readdirSync(path.join(root, 'a/b'))).toEqual(['c.yml'])
  })
})

describe('nothing is written', () => {
  test('over a file', () => {
    const root = makeFolder({ 'a.yml': 'own' })
    expect(obstacleAt(root, 'a.yml')).toBe('it exists')
    expect(writeMissing(root, 'a.yml', 'text')).toBe(false)
    expect(readFileSync(path.join(root, 'a.yml'), 'utf8')).toBe('own')
  })

  test('over a broken link, and not where it leads to', () => {
    const root = makeFolder()
    symlinkSync('../gone.yml', path.join(root, 'a.yml'))
    expect(obstacleAt(root, 'a.yml')).toBe('it exists')
    expect(writeMissing(root, 'a.yml', 'text')).toBe(false)
    expect(lstatSync(path.join(root, '../gone.yml'), { throwIfNoEntry: false })).toBeUndefined()
  })

  test('into a folder that is a link', () => {
    const root = makeFolder()
    mkdirSync(path.join(root, '../other'))
    symlinkSync('../other', path.join(root, '.github'))
    expect(obstacleAt(root, '.github/workflows/a.yml')).toBe('.github is a link')
    expect(writeMissing(root, '.github/workflows/a.yml', 'text')).toBe(false)
    expect(readdirSync(path.join(root, '../other'))).toEqual([])
  })

  test('where a file has the name of the folder', () => {
    const root = makeFolder({ '.github': '' })
    expect(obstacleAt(root, '.github/workflows/a.yml')).toBe('.github is not a folder')
    expect(writeMissing(root, '.github/workflows/a.yml', 'text')).toBe(false)
  })

  test.each([
    ['Site.yaml', 'site.yaml'],
    ['Templates/a.md', 'templates/b.md'],
  ])('beside %s, which other computers take for the same', (there, file) => {
    const root = makeFolder({ [there]: '' })
    expect(obstacleAt(root, file)).toBe(`${there.split('/')[0]} exists`)
    expect(writeMissing(root, file, 'text')).toBe(false)
  })
})
