import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { packageFolder } from '../package/package-paths.ts'

export interface FoundPackage {
  readonly folder: string
  readonly version: string
}

/** A package beside this one or below it, where it is installed. */
export function findPackage(name: string): FoundPackage | undefined {
  for (let folder = packageFolder; ; folder = path.dirname(folder)) {
    const found = path.join(folder, 'node_modules', name)
    const manifest = path.join(found, 'package.json')
    if (existsSync(manifest)) {
      // Every installed package says its version.
      const { version } = JSON.parse(readFileSync(manifest, 'utf8')) as { version: string }
      return { folder: found, version }
    }
    if (folder === path.dirname(folder)) return undefined
  }
}
