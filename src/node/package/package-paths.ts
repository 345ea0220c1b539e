import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

/** The folder of this package. */
export const packageFolder = fileURLToPath(new URL('../../../', import.meta.url))

/** Where the bundled browser code and themes of this package are. */
export const clientFolder = path.join(packageFolder, 'lib/client')

/** Folder below a content root for the site's own themes. */
export const THEMES = 'themes'

export interface FoundPackage {
  readonly folder: string
  readonly version: string
}

/** An installed package, in the `node_modules` of this one or of a folder above. */
export function findPackage(name: string): FoundPackage | undefined {
  for (let folder = packageFolder; ; folder = path.dirname(folder)) {
    const found = path.join(folder, 'node_modules', name)
    const manifest = path.join(found, 'package.json')
    if (existsSync(manifest)) {
      // Every installed package has a version.
      const { version } = JSON.parse(readFileSync(manifest, 'utf8')) as { version: string }
      return { folder: found, version }
    }
    if (folder === path.dirname(folder)) return undefined
  }
}

/** The command that installs a package where this one finds it: in its project, globally, or for one run of npx from `tarball`. */
export function installCommand(name: string, home: string, tarball: string | undefined): string {
  const folder = home.replaceAll(path.sep, '/')
  if (folder.includes('/_npx/')) return `npx --package ${tarball ?? '<address of hedgerow>'} --package ${name} hedgerow …`
  const isGlobal = /(?:\/lib|\/npm)\/node_modules\/hedgerow\/?$/.test(folder)
  return isGlobal ? `npm install --global ${name}` : `npm install ${name}`
}
