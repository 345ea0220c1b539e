import { isInstalled } from './production-lock.mjs'

// npm warns about scripts that it does not run, and installs development dependencies for those of a git address.
const OF_DEVELOPMENT = new Set(['scripts', 'devDependencies', 'files', 'dependencies'])

/** The package.json of the package that users get. `origin` has the repository and the commit of a release. */
export function userManifest(developed, lock, origin) {
  const kept = Object.entries(developed).filter(([key]) => !OF_DEVELOPMENT.has(key))
  return {
    ...Object.fromEntries(kept),
    ...(origin && { repository: { type: 'git', url: `git+${origin.repository}.git` }, gitHead: origin.commit }),
    dependencies: pinnedDependencies(developed, lock),
  }
}

/**
 * The dependencies and theirs, each with the version that was tested. npm reads npm-shrinkwrap.json only in packages from a registry:
 * of a tarball or a git address it would take the newest version that a range allows.
 */
function pinnedDependencies(developed, lock) {
  const inherited = Object.entries(lock.packages)
    // A second version of a package cannot be named, and npm chooses optional ones by platform; the exact version of their parent pins most.
    .filter(([place, entry]) => isInstalled([place, entry]) && !entry.optional && !place.includes('/node_modules/'))
    .map(([place, { version }]) => [place.replace('node_modules/', ''), version])
  const pinned = Object.entries({ ...Object.fromEntries(inherited), ...developed.dependencies })
  return Object.fromEntries(pinned.toSorted(([one], [other]) => (one < other ? -1 : 1)))
}
