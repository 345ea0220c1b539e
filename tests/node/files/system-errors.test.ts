import fs from 'node:fs'
import { syncBuiltinESMExports } from 'node:module'
import path from 'node:path'
import { expect, onTestFinished, test, vi } from 'vitest'
import { pictureFacts } from '../../../src/node/assets/picture-facts.ts'
import { leadsInside } from '../../../src/node/content/discover.ts'
import { writeArchive } from '../../../src/node/export/write-archive.ts'
import { isMachineFault } from '../../../src/node/files/system-errors.ts'
import { withFailure } from '../../support/failing-files.ts'
import { makeFolder } from '../../support/make-folder.ts'

const READS: Readonly<Record<string, (root: string) => unknown>> = {
  'the facts of a picture': (root) => pictureFacts(root)('p.png'),
}
const failing = (code: string, root: string, read: (root: string) => unknown) =>
  withFailure({ kind: 'open', nth: 1, code, below: root }, () => read(root)).then(({ result }) => result)

test.each(Object.entries(READS))('where the machine cannot read %s, nothing is said of the file', async (_, read) => {
  const root = makeFolder({ 'p.png': 'picture' })
  for (const code of ['EMFILE', 'EIO']) expect(isMachineFault(await failing(code, root, read)), code).toBe(true)
  expect(await failing('EACCES', root, read)).not.toBeInstanceOf(Error)
})

test('where the machine cannot read the options of a site, no archive is written without them', async () => {
  const root = makeFolder({ 'site.yaml': 'lang: de\n', 'a.md': '# A\n' })
  // Nothing more is read of these before.
  const write = () => writeArchive({ id: 'a', path: 'a.md', assets: [] } as never, '', { root, own: [] } as never)
  expect(isMachineFault(await failing('EMFILE', root, write))).toBe(true)
})

test('where the machine cannot follow a link, the file is not left out', () => {
  const root = makeFolder({ 'a.png': 'picture' })
  const stat = vi.spyOn(fs, 'statSync')
  onTestFinished(() => {
    stat.mockRestore()
    syncBuiltinESMExports()
  })
  const link = path.join(root, 'a.png')
  for (const [code, isThrown] of [
    ['EIO', true],
    ['EACCES', false],
  ] as const) {
    stat.mockImplementation(() => {
      throw Object.assign(new Error(code), { code })
    })
    syncBuiltinESMExports()
    if (isThrown) expect(() => leadsInside(root, link)).toThrow('EIO')
    else expect(leadsInside(root, link)).toBe(false)
  }
})
