import { readFileSync } from 'node:fs'
import path from 'node:path'
import { packageFolder } from './package-paths.ts'

/** Where a released package came from, and where other machines can install the same one. */
export interface Release {
  readonly version: string
  /** Address of the repository that made the release: `https://host/owner/name`. */
  readonly repository: string
  /** The commit that was packed: 40 hexadecimal digits. */
  readonly commit: string
  /** Address of the tarball, for `npm install`. */
  readonly tarball: string
}

interface Manifest {
  readonly version: string
  readonly repository?: { readonly url: string }
  readonly gitHead?: string
}

/** The release that this package is; missing if it was packed by hand or runs in a clone. */
export function thisRelease(): Release | undefined {
  // The release script writes the manifest.
  return releaseOf(JSON.parse(readFileSync(path.join(packageFolder, 'package.json'), 'utf8')) as Manifest)
}

/** The release that a manifest describes; missing without a repository or a commit. */
export function releaseOf({ version, repository, gitHead }: Manifest): Release | undefined {
  if (repository === undefined || gitHead === undefined) return undefined
  const address = repository.url.replace(/^git\+/, '').replace(/\.git$/, '')
  return { version, repository: address, commit: gitHead, tarball: `${address}/releases/download/v${version}/hedgerow-${version}.tgz` }
}
