import { createHash } from 'node:crypto'

/** npm's CycloneDX list for a release: the same bytes for the same commit, and without a claim to the name on the public registry. */
export function billOfMaterials(listed, { repository, name, version, tarball, commit, sha256, seconds }) {
  const { component, tools } = listed.metadata
  const download = repository && `${repository}/releases/download/v${version}/${tarball}`
  const root = {
    ...component,
    // npm takes the name of the folder.
    type: 'application',
    name,
    // npm's own purl would be that of a package in the public registry.
    purl: `pkg:generic/${name}@${version}?${download ? `download_url=${encodeURIComponent(download)}&` : ''}checksum=sha256:${sha256}`,
    hashes: [{ alg: 'SHA-256', content: sha256 }],
    externalReferences: repository ? [{ type: 'vcs', url: `git+${repository}.git#${commit}` }] : [],
    properties: [],
  }
  return {
    ...listed,
    serialNumber: `urn:uuid:${uuidOf(`${commit} ${sha256}`)}`,
    metadata: { ...listed.metadata, timestamp: new Date(seconds * 1000).toISOString(), tools, component: root },
  }
}

/** A UUID of version 8 from a text. */
function uuidOf(text) {
  const hex = createHash('sha256').update(text).digest('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}
