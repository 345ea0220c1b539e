export const headingOf = (changelog, version) =>
  changelog.split('\n').find((line) => line.startsWith('## ') && line.slice(3).split(',')[0].trim() === version)

/** What the changelog says of a version, and how to install it. */
export function releaseNotes(changelog, { repository, version, tarball, sha256 }) {
  const heading = headingOf(changelog, version)
  if (heading === undefined) throw new Error(`CHANGELOG.md has no section "## ${version}"`)
  const rest = changelog.slice(changelog.indexOf(`${heading}\n`) + heading.length + 1)
  const changes = rest.split(/^## /m)[0].trim()
  if (repository === undefined) return `${changes}\n`
  return `${changes}

### Install

\`\`\`sh
npm install --ignore-scripts ${repository}/releases/download/v${version}/${tarball}
\`\`\`

SHA-256 of the package: \`${sha256}\`
`
}
