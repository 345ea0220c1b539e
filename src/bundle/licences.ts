import { existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import type { ClientBundle } from '../core/model.ts'

const require = createRequire(import.meta.url)

// Packages whose code, styles or fonts are in the files that a browser loads.
const SHIPPED = ['reveal.js', 'minisearch', 'katex', '@fontsource-variable/source-sans-3', '@fontsource/lato', '@fontsource/league-gothic']

/** The packages that are part of what a site sends to browsers. */
export function shippedPackages(): ClientBundle['packages'] {
  return SHIPPED.map((name) => {
    // Every package.json has a version and a licence.
    const { version, license } = JSON.parse(readFileSync(path.join(folderOf(name), 'package.json'), 'utf8')) as {
      version: string
      license: string
    }
    return { name, version, licence: license }
  })
}

/** The folders of the shipped packages. */
export function shippedFolders(): string[] {
  return SHIPPED.map(folderOf)
}

/** The licences of the shipped packages, as one text. */
export function licences(): string {
  return shippedPackages()
    .map(({ name, version, licence }) => {
      const text = readFileSync(path.join(folderOf(name), name === 'minisearch' ? 'LICENSE.txt' : 'LICENSE'), 'utf8')
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
