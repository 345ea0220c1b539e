import { expect, test } from 'vitest'
import { installCommand } from '../../../src/node/package/package-paths.ts'

test.each([
  ['/home/a/talks/node_modules/hedgerow/', 'npm install mermaid'],
  ['/usr/lib/node_modules/hedgerow/', 'npm install --global mermaid'],
  ['/home/a/.nvm/versions/node/v22.1.0/lib/node_modules/hedgerow/', 'npm install --global mermaid'],
  ['/home/a/.npm/_npx/0123abc/node_modules/hedgerow/', 'npx --package hedgerow --package mermaid hedgerow …'],
  ['/home/a/hedgerow/', 'npm install mermaid'],
])('for the program in %s it is %s', (home, expected) => {
  expect(installCommand('mermaid', home)).toBe(expected)
})
