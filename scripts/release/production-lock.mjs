/** Whether users get a package of package-lock.json: not those of development, nor optional peers that only development installs. */
export const isInstalled = ([place, entry]) => place !== '' && !entry.dev && !entry.devOptional

/** The text of npm-shrinkwrap.json: package-lock.json without what only development needs, for `npm ci` in the unpacked package. */
export function productionLock(lock, manifest) {
  if (lock.lockfileVersion !== 3) throw new Error(`package-lock.json must have lockfileVersion 3; got ${lock.lockfileVersion}`)
  const { name, version, license, bin, dependencies, peerDependencies, peerDependenciesMeta, engines } = manifest
  const packages = Object.entries(lock.packages).filter(isInstalled)
  for (const [place, { resolved, integrity }] of packages) {
    // Without an address, npm asks the registry of the user, and holds what it gets against the digest.
    if (resolved !== undefined) throw new Error(`package-lock.json must not name the address of a registry: ${place}`)
    if (integrity === undefined) throw new Error(`package-lock.json has no digest of ${place}`)
  }
  const root = { name, version, license, dependencies, bin, engines, peerDependencies, peerDependenciesMeta }
  return { name, version, lockfileVersion: 3, requires: true, packages: { '': root, ...Object.fromEntries(packages) } }
}
