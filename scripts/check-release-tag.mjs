// Ends with an error unless the tag that GitHub runs a workflow for is that of the version in package.json, and the changelog has its date.
import { readFileSync } from 'node:fs'
import { headingOf } from './release/release-notes.mjs'

const { version } = JSON.parse(readFileSync('package.json', 'utf8'))
const heading = headingOf(readFileSync('CHANGELOG.md', 'utf8'), version)
const tag = process.env.GITHUB_REF_NAME
const problems = [
  tag === `v${version}` ? undefined : `the tag is ${JSON.stringify(tag)}, but package.json has version ${version}`,
  heading !== undefined && /^## \S+, \d{4}-\d{2}-\d{2}$/.test(heading)
    ? undefined
    : `CHANGELOG.md needs a heading "## ${version}, <date>"; it has ${JSON.stringify(heading ?? 'none')}`,
].filter(Boolean)
for (const problem of problems) console.error(problem)
if (problems.length > 0) process.exitCode = 1
