import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { siteSchema } from '../src/core/config/site-options.ts'

const root = path.resolve(import.meta.dirname, '..')
const files = ['README.md', 'SECURITY.md', 'CONTRIBUTING.md', ...readdirSync(path.join(root, 'docs')).map((file) => `docs/${file}`)].filter(
  (file) => file.endsWith('.md'),
)

test.each(files)('%s links to files that exist', (file) => {
  const text = readFileSync(path.join(root, file), 'utf8')
    .replace(/^(```|~~~)[^]*?^\1/gm, '')
    .replace(/`[^`\n]*`/g, '')
  const links = [...text.matchAll(/\]\((?!https?:|mailto:)([^)#\s]+)/g)].map(([, link = '']) => path.join(root, path.dirname(file), link))
  expect(links.filter((link) => !readdirSync(path.dirname(link)).includes(path.basename(link)))).toEqual([])
})

test('docs/architecture.md names only files and folders that exist', () => {
  const text = readFileSync(path.join(root, 'docs/architecture.md'), 'utf8')
  const named = [...text.matchAll(/`([\w/-]+(?:\.(?:ts|css|html)|\/))`/g)].map(([, name = '']) => name)
  const known = ['src', 'scripts', 'tests', 'themes'].flatMap((folder) =>
    ['', ...readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' })].map(
      (name) => `/${path.join(folder, name).replaceAll(path.sep, '/')}`,
    ),
  )
  // Addresses of a built site.
  const ofSites = ['hedgerow/speaker.html', 'talk.html', 'talk.read.html']
  const unknown = named.filter(
    (name) => !ofSites.includes(name) && !known.some((file) => `${file}/`.endsWith(`/${name.replace(/\/$/, '')}/`)),
  )
  expect(named.length).toBeGreaterThan(40)
  expect(unknown).toEqual([])
})

test('docs/site-options.md has all options of a site', () => {
  const text = readFileSync(path.join(root, 'docs/site-options.md'), 'utf8')
  expect(Object.keys(siteSchema).filter((name) => !text.includes(`\n| \`${name}\` |`) && !text.includes(`\n| \`${name}.`))).toEqual([])
})
