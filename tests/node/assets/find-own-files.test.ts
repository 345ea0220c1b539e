import { expect, test } from 'vitest'
import { findOwnFiles } from '../../../src/node/assets/find-own-files.ts'
import { readContent } from '../../../src/node/content/read-content.ts'
import { makeFolder } from '../../support/make-folder.ts'

const svg = (size: string) => `<svg xmlns="http://www.w3.org/2000/svg" ${size}/>`
const gif = 'GIF89a\u0001\0\u0001\0\0\0'

test.each([
  ['square', 'logo.svg', svg('viewBox="0 0 10 10"'), true],
  ['nearly square', 'logo.svg', svg('viewBox="0 0 12 10"'), true],
  ['wide', 'logo.svg', svg('viewBox="0 0 40 10"'), false],
  ['of unknown size', 'logo.svg', svg(''), false],
  ['in another format', 'logo.gif', gif, false],
])('a logo that is %s: an icon, too', async (_, name, content, isIcon) => {
  const root = makeFolder({ 'site.yaml': `logo: ${name}\n`, [name]: content, 'a.md': '---\ntype: slide\n---\n' })
  const { options } = await findOwnFiles(readContent(root))
  expect({ logo: options.logo, icon: options.icon }).toEqual({ logo: name, icon: isIcon ? name : undefined })
})

test('logos of sponsors are files of the site, cleaned; those that are none are reported and left out', async () => {
  const root = makeFolder({
    'site.yaml': 'sponsors:\n  - { name: A, logo: ./a.svg }\n  - { name: B, logo: a.md }\n  - { name: C, logo: ../c.png }\n',
    'a.svg': svg('viewBox="0 0 10 10"').replace('/>', '><script/></svg>'),
    'a.md': '---\ntype: slide\n---\n',
  })
  const content = readContent(root)
  const { options, taken } = await findOwnFiles(content)
  expect(options.sponsors).toEqual([{ name: 'A', logo: 'a.svg', from: undefined, until: undefined }])
  expect(taken.assets).toEqual(['a.svg'])
  expect(taken.drawings.map(({ content: drawing }) => String(drawing).includes('script'))).toEqual([false])
  expect(content.diagnostics.map(({ code }) => code)).toEqual(['logo-missing', 'logo-missing'])
})
