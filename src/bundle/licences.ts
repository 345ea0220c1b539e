import { existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import type { ClientBundle } from '../core/model.ts'

const require = createRequire(import.meta.url)

// Whose code, styles or fonts stand in the files that a browser loads.
const SHIPPED = ['reveal.js', 'katex', '@fontsource-variable/source-sans-3', '@fontsource/lato', '@fontsource/league-gothic']

/** The packages of which something stands in what a site sends to browsers. */
export function shippedPackages(): ClientBundle['packages'] {
  return SHIPPED.map((name) => {
    // Every package says its version and its licence.
    const { version, license } = JSON.parse(readFileSync(path.join(folderOf(name), 'package.json'), 'utf8')) as {
      version: string
      license: string
    }
    return { name, version, licence: license }
  })
}

/** The folders of these packages. */
export function shippedFolders(): string[] {
  return SHIPPED.map(folderOf)
}

/** The licences of all that a site sends to browsers, as one text. */
export function licences(): string {
  return shippedPackages()
    .map(({ name, version, licence }) => {
      const text = readFileSync(path.join(folderOf(name), 'LICENSE'), 'utf8')
      return `${name} ${version} (${licence})\n\n${text.trim()}\n`
    })
    .join(`\n${'-'.repeat(80)}\n\n`)
}

function folderOf(name: string): string {
  const places = require.resolve.paths(name)?.map((folder) => path.join(folder, name)) ?? []
  const found = places.find((folder) => existsSync(path.join(folder, 'package.json')))
  if (found === undefined) throw new Error(`the package ${name} is not installed`)
  return found
}
