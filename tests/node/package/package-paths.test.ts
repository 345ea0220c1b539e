import { expect, test } from 'vitest'
import { installCommand } from '../../../src/node/package/package-paths.ts'

test.each([
  ['/home/a/talks/node_modules/hedgerow/', 'npm install mermaid'],
  ['/usr/lib/node_modules/hedgerow/', 'npm install --global mermaid'],
  ['/home/a/.nvm/versions/node/v22.1.0/lib/node_modules/hedgerow/', 'npm install --global mermaid'],
  ['/home/a/hedgerow/', 'npm install mermaid'],
])('for the program in %s it is %s', (home, expected) => {
  expect(installCommand('mermaid', home, undefined)).toBe(expected)
})

test('for one run of npx it names the address of the release, not a name that may be another’s', () => {
  const home = '/home/a/.npm/_npx/0123abc/node_modules/hedgerow/'
  const address = 'https://git.example.org/o/hedgerow/releases/download/v0.1.0/hedgerow-0.1.0.tgz'
  expect(installCommand('mermaid', home, address)).toBe(`npx --package ${address} --package mermaid hedgerow …`)
  expect(installCommand('mermaid', home, undefined)).toBe('npx --package <address of hedgerow> --package mermaid hedgerow …')
})
