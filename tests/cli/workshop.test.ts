import { spawn } from 'node:child_process'
import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { homedir } from 'node:os'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { ofPackage } from '../../src/cli/workshop.ts'
import { userCache } from '../../src/cli/cache-folder.ts'
import { withThemes } from '../../src/bundle/bundle-cache.ts'
import { readClientBundle } from '../../src/node/package/client-bundle.ts'
import { clientFolder } from '../support/client-folder.ts'
import { makeFolder } from '../support/make-folder.ts'

const HOUR = 3600
const age = (file: string, seconds: number) => utimesSync(file, Date.now() / 1000 - seconds, Date.now() / 1000 - seconds)
const manifestOf = (folder: string) => path.join(folder, 'manifest.json')
const styleOf = (folder: string) => path.join(folder, readdirSync(folder).find((name) => name.startsWith('theme-white-')) ?? '')

/** What happens to files of a bundle, and to which of them. */
const DAMAGES: Readonly<Record<string, readonly [of: (folder: string) => string, damage: (file: string) => void]>> = {
  'a manifest that is cut off': [manifestOf, (file) => truncateSync(file, 1000)],
  'a manifest of 0 bytes': [manifestOf, (file) => truncateSync(file, 0)],
  'a manifest of something else': [manifestOf, (file) => writeFileSync(file, '{"name":"another"}')],
  'a manifest of another shape': [
    manifestOf,
    (file) => writeFileSync(file, readFileSync(file, 'utf8').replace('"print":"', '"print":["').replace('.js","dev"', '.js"],"dev"')),
  ],
  'a manifest that is a folder': [manifestOf, (file) => (rmSync(file), mkdirSync(file))],
  'a style sheet of 0 bytes': [styleOf, (file) => truncateSync(file, 0)],
  'a changed style sheet': [styleOf, (file) => writeFileSync(file, readFileSync(file, 'utf8').replace('a', 'b'))],
  'a style sheet that is gone': [styleOf, (file) => rmSync(file)],
  'a style sheet that is a link': [styleOf, (file) => (renameSync(file, `${file}.moved`), symlinkSync(`${file}.moved`, file))],
}

describe('a bundle', () => {
  test.each(Object.keys(DAMAGES))('with %s is none', (name) => {
    const folder = path.join(makeFolder(), 'client')
    cpSync(clientFolder, folder, { recursive: true })
    expect(readClientBundle(folder)).toBeDefined()
    const [of, damage] = DAMAGES[name] ?? []
    damage?.(of?.(folder) ?? '')
    expect(readClientBundle(folder)).toBeUndefined()
  })

  test('of the package that is damaged is an error that names the file and says what to do', async () => {
    const folder = path.join(makeFolder(), 'client')
    cpSync(clientFolder, folder, { recursive: true })
    const style = styleOf(folder)
    truncateSync(style, 0)
    await expect(ofPackage(folder)).rejects.toThrow(`${style} is damaged; install Hedgerow again`)
  })
})

describe('the bundle of a site with themes of its own', () => {
  test('is cached by content, made again where it is damaged, and old ones go away', async () => {
    const root = makeFolder({ 'themes/own/theme.css': ':root{--brand-link:red}' })
    const themes = path.join(root, 'themes')
    const cache = path.join(root, 'cache')
    mkdirSync(cache)
    const [draft, young] = [`${'0'.repeat(64)}-aB3dE6`, `${'0'.repeat(64)}-aB3dE7`]
    const olds = Array.from({ length: 25 }, (_, index) => String(index).padStart(64, '0'))
    for (const name of [...olds, draft, young, 'notes']) mkdirSync(path.join(cache, name))
    for (const name of [...olds, draft, 'notes']) age(path.join(cache, name), 30 * HOUR)

    const first = await withThemes(themes, cache)
    expect(first.client.brands).toHaveProperty('own')
    const names = readdirSync(cache)
    expect([draft, young, 'notes', path.basename(first.clientFolder)].map((name) => names.includes(name))).toEqual([
      false,
      true,
      true,
      true,
    ])
    expect(names.filter((name) => olds.includes(name))).toHaveLength(20)

    age(first.clientFolder, 30 * HOUR)
    expect(await withThemes(themes, cache)).toEqual(first)
    expect(Date.now() - statSync(first.clientFolder).mtimeMs).toBeLessThan(HOUR * 1000)

    truncateSync(manifestOf(first.clientFolder), 100)
    expect(await withThemes(themes, cache)).toEqual(first)
    expect(readdirSync(cache).filter((name) => name.startsWith(path.basename(first.clientFolder)))).toHaveLength(1)
  }, 120_000)

  test('is made in a temporary folder where there can be no cache', async () => {
    const root = makeFolder({ file: '', 'themes/own/theme.css': '' })
    const { client, clientFolder: folder } = await withThemes(path.join(root, 'themes'), path.join(root, 'file/cache'))
    expect(client.themes).toHaveProperty('own')
    expect(existsSync(manifestOf(folder))).toBe(true)
    // By this name a later run finds what a run that was killed has left.
    expect(path.basename(path.dirname(folder))).toMatch(/^hedgerow-run-/)
  }, 60_000)

  test('is whole when two processes make it at the same time', async () => {
    const root = makeFolder({ 'themes/own/theme.css': '' })
    const [themes, cache] = [path.join(root, 'themes'), path.join(root, 'cache')]
    const script = `import { withThemes } from ${JSON.stringify(path.resolve('lib/bundle/bundle-cache.js'))}
      const { clientFolder } = await withThemes(${JSON.stringify(themes)}, ${JSON.stringify(cache)})
      console.log(clientFolder)`
    const run = () =>
      new Promise<string>((resolve) => {
        const child = spawn(process.execPath, ['--input-type=module', '-e', script], { stdio: ['ignore', 'pipe', 'inherit'] })
        let text = ''
        child.stdout.on('data', (part: Buffer) => (text += part.toString()))
        child.on('close', () => resolve(text.trim()))
      })
    const [one, other] = await Promise.all([run(), run()])
    expect(one).toBe(other)
    expect(readdirSync(cache)).toEqual([path.basename(one)])
    expect(readClientBundle(one)?.themes).toHaveProperty('own')
  }, 120_000)
})

test('the user names a cache folder by an absolute path', () => {
  expect(userCache({ XDG_CACHE_HOME: '/var/cache/me' })).toBe('/var/cache/me')
})

test.each([undefined, '', '.', 'cache', '../cache'])('%o names none: the cache is in the home folder', (name) => {
  expect(userCache({ XDG_CACHE_HOME: name })).toBe(path.join(homedir(), '.cache'))
})

test('without a home it is still not in the current folder', () => {
  const { HOME } = process.env
  process.env['HOME'] = ''
  try {
    const folder = userCache({})
    expect(path.isAbsolute(folder)).toBe(true)
  } finally {
    process.env['HOME'] = HOME
  }
})
