import { readdirSync, readFileSync, statSync } from 'node:fs'
import path from 'node:path'
import { sha256 } from '../files/sha256.ts'
import { findPackage, packageFolder } from './package-paths.ts'
import { releaseOf } from './release.ts'

interface Manifest {
  readonly version: string
  readonly repository?: { readonly url: string }
  readonly gitHead?: string
  readonly dependencies: Readonly<Record<string, string>>
  readonly peerDependencies: Readonly<Record<string, string>>
}

/**
 * A digest of the code that makes pages: this package, the packages that it uses, and Node.js. A release is known by its commit; a clone, by the
 * sizes and times of its compiled files.
 */
export function codeVersion(): string {
  const text = readFileSync(path.join(packageFolder, 'package.json'), 'utf8')
  const manifest = JSON.parse(text) as Manifest // it is our own
  const names = Object.keys({ ...manifest.dependencies, ...manifest.peerDependencies })
  const versions = names.map((name) => `${name} ${findPackage(name)?.version}`)
  const files = releaseOf(manifest) ? [] : compiledFiles(path.join(packageFolder, 'lib'))
  return sha256(JSON.stringify([text, versions, files, process.versions, process.arch]))
}

function compiledFiles(folder: string): readonly string[] {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.js'))
  return files.toSorted().map((file) => {
    const { size, mtimeMs } = statSync(path.join(folder, file))
    return `${file} ${size} ${mtimeMs}`
  })
}
