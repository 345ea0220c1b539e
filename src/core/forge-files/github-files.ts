import { type ForgeFacts, type ForgeFile, PULL_TIME } from './forge-facts.ts'
import { branchPattern, literalText } from './yaml-text.ts'

/** The workflows for GitHub: they call those of Hedgerow's repository at the commit of the release. */
export function githubFiles({ release, folder, branch, pads = false }: ForgeFacts): readonly ForgeFile[] {
  const uses = (file: string) =>
    `${new URL(release.repository).pathname.slice(1)}/.github/workflows/${file}@${release.commit} # v${release.version}`
  const publish = `name: Slides
on:
  push: { branches: [${branchPattern(branch)}] }
  pull_request:
  workflow_dispatch:
permissions: { contents: read, pages: write, id-token: write }
jobs:
  publish:
    uses: ${uses('publish.yml')}
    with: { folder: ${literalText(folder)} }
`
  const pull = `name: Pull pads
on:
  schedule: [{ cron: '${PULL_TIME}' }]
  workflow_dispatch:
permissions: { contents: write, pull-requests: write }
jobs:
  pull:
    uses: ${uses('pull.yml')}
    with: { folder: ${literalText(folder)} }
`
  return [
    { path: '.github/workflows/slides.yml', text: publish },
    ...(pads ? [{ path: '.github/workflows/pull-pads.yml', text: pull }] : []),
  ]
}
