import { existsSync, mkdirSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { bundleStyles, clientConfig } from '../../src/bundle/run-vite.ts'
import { makeFolder } from '../support/make-folder.ts'

// The last judge of what a theme names, should its style sheet be read otherwise than by the bundler.
test('a file of the machine that a style sheet has named gets into no bundle', async () => {
  const root = makeFolder({ 'secret.png': 'secret', 'own/leaf.png': 'leaf' })
  const bundle = (name: string, url: string) => {
    const outDir = path.join(root, name)
    mkdirSync(outDir)
    const sheet = { css: `a{background:url("${url}")}`, critical: '', onFoundation: false }
    return bundleStyles(new Map([['theme-own', sheet]]), { ...clientConfig(root, outDir), root }, [path.join(root, 'own')])
  }
  const bundled = await bundle('right', path.join(root, 'own/leaf.png'))
  expect(bundled.get('theme-own')).toMatch(/^theme-own-.*\.css$/)
  await expect(bundle('wrong', path.join(root, 'secret.png'))).rejects.toThrow(/a theme names .*secret\.png, which is not in its folder/)
}, 60_000)

test('no configuration of a folder above is run, such as that of a repository of decks that has Hedgerow installed', async () => {
  const root = makeFolder({
    'pnpm-workspace.yaml': '',
    'postcss.config.cjs': `require('node:fs').writeFileSync(__dirname + '/ran', '')\nmodule.exports = { plugins: [] }`,
    'vite.config.cjs': `require('node:fs').writeFileSync(__dirname + '/ran', '')\nmodule.exports = {}`,
    'program/package.json': '{}',
  })
  const [source, outDir] = [path.join(root, 'program'), path.join(root, 'program/out')]
  mkdirSync(outDir)
  const sheet = { css: 'a{color:red}', critical: '', onFoundation: false }
  await bundleStyles(new Map([['theme-own', sheet]]), { ...clientConfig(source, outDir), root: source }, [])
  expect(existsSync(path.join(root, 'ran'))).toBe(false)
}, 60_000)
