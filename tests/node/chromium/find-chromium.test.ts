import { chmodSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { findChromium } from '../../../src/node/chromium/find-chromium.ts'
import { makeFolder } from '../../support/make-folder.ts'

// A folder with a program of this name.
function withProgram(name: string): { folder: string; program: string } {
  const folder = makeFolder({ [name]: '' })
  const program = path.join(folder, name)
  chmodSync(program, 0o755)
  return { folder, program }
}

test('the first of the PATH is taken, and no folder of that name', () => {
  const { folder, program } = withProgram('google-chrome')
  mkdirSync(path.join(folder, 'chromium'))
  expect(findChromium({ PATH: `/nowhere${path.delimiter}${folder}` })).toBe(program)
})

test('a macOS user may have it in a folder of their own', () => {
  const { folder, program } = withProgram('Applications/Google Chrome.app/Contents/MacOS/Google Chrome')
  expect(findChromium({ HOME: folder })).toBe(program)
})

test.each(['LOCALAPPDATA', 'PROGRAMFILES', 'PROGRAMFILES(X86)'])('a Windows program is found below %s', (variable) => {
  const folder = makeFolder()
  // To this system such a path is the name of one file in the folder that the tests run in.
  const program = path.win32.join(folder, 'Microsoft\\Edge\\Application\\msedge.exe')
  writeFileSync(program, '', { mode: 0o755 })
  onTestFinished(() => rmSync(program))
  expect(findChromium({ [variable]: folder })).toBe(program)
})

test('CHROMIUM names another one, or none', () => {
  const { folder } = withProgram('chromium')
  expect([findChromium({ PATH: folder, CHROMIUM: '/opt/chrome' }), findChromium({ PATH: folder, CHROMIUM: 'none' })]).toEqual([
    '/opt/chrome',
    undefined,
  ])
})
