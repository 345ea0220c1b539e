// Makes the files of a release in `release/`: the package, its bill of materials, their digests, and notes from the changelog.
// It compiles and packs the commit that is checked out, so what is not committed is not in it. The same commit gives the same bytes.
import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { billOfMaterials } from './release/bill-of-materials.mjs'
import { bundleProgram } from './release/bundle-program.mjs'
import { productionLock } from './release/production-lock.mjs'
import { releaseNotes } from './release/release-notes.mjs'
import { stagePackage } from './release/stage-package.mjs'
import { userManifest } from './release/user-manifest.mjs'

const USAGE = `Usage: npm run release -- [options]

  --repository <address>  https address of the repository that publishes the release (default: that of GitHub Actions)
  --out <folder>          folder for the files (default: release)
  --working-tree          pack the files as they are, with lib as it was compiled last (for tests)
`

const home = fileURLToPath(new URL('..', import.meta.url))
const run = (folder, command, ...args) =>
  execFileSync(command, args, { cwd: folder, encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'], maxBuffer: 1e9 })
const git = (...args) => run(home, 'git', ...args).trim()

function readOptions() {
  const options = {
    repository: { type: 'string' },
    out: { type: 'string' },
    'working-tree': { type: 'boolean' },
    help: { type: 'boolean' },
  }
  try {
    return parseArgs({ options }).values
  } catch (cause) {
    console.error(`${cause.message}\n\n${USAGE}`)
    process.exit(2)
  }
}

/** The address of the repository without `.git`; missing if none is known. */
function repositoryAddress(option) {
  const { GITHUB_SERVER_URL: server, GITHUB_REPOSITORY: name } = process.env
  const given = option ?? (server && name ? `${server}/${name}` : undefined)
  const address = given?.replace(/\/$/, '').replace(/\.git$/, '')
  if (address === undefined || /^https:\/\/[\w.-]+(?::\d+)?(?:\/[\w.~-]+)+$/.test(address)) return address
  console.error(`--repository must be an https address without a user; got ${JSON.stringify(given)}`)
  process.exit(2)
}

/** The files of the commit, compiled. Inside the repository, so that they find its node_modules. */
function compileCommit(commit) {
  const folder = path.join(home, 'release/.checkout')
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
  const files = execFileSync('git', ['archive', '--format=tar', commit], { cwd: home, maxBuffer: 1e9 })
  execFileSync('tar', ['-x'], { cwd: folder, input: files })
  run(folder, 'npm', 'run', '--silent', 'compile')
  return folder
}

const options = readOptions()
if (options.help) {
  console.log(USAGE)
  process.exit()
}
const repository = repositoryAddress(options.repository)
const out = path.resolve(options.out ?? path.join(home, 'release'))
rmSync(out, { recursive: true, force: true })
mkdirSync(out, { recursive: true })

const commit = git('rev-parse', 'HEAD')
const source = options['working-tree'] ? home : compileCommit(commit)
const read = (name) => readFileSync(path.join(source, name), 'utf8')
const developed = JSON.parse(read('package.json'))
const { name, version } = developed
const lock = JSON.parse(read('package-lock.json'))
const manifest = userManifest(developed, lock, repository && { repository, commit })

const stage = path.join(out, '.package')
const made = { 'package.json': manifest, 'npm-shrinkwrap.json': productionLock(lock, manifest) }
stagePackage(source, stage, { program: await bundleProgram(source), made })
run(stage, 'npm', 'pack', '--silent', '--ignore-scripts', '--pack-destination', out)
const tarball = `${name}-${version}.tgz`
const sha256 = (file) =>
  createHash('sha256')
    .update(readFileSync(path.join(out, file)))
    .digest('hex')

const listed = JSON.parse(run(stage, 'npm', 'sbom', '--sbom-format', 'cyclonedx', '--package-lock-only', '--omit', 'dev'))
const bill = `${name}-${version}.cdx.json`
const facts = { repository, name, version, tarball, commit, sha256: sha256(tarball), seconds: Number(git('log', '-1', '--format=%ct')) }
writeFileSync(path.join(out, bill), `${JSON.stringify(billOfMaterials(listed, facts), undefined, 2)}\n`)
writeFileSync(path.join(out, 'SHA256SUMS'), [tarball, bill].map((file) => `${sha256(file)}  ${file}\n`).join(''))
writeFileSync(path.join(out, 'notes.md'), releaseNotes(read('CHANGELOG.md'), facts))

rmSync(stage, { recursive: true })
if (!options['working-tree']) rmSync(source, { recursive: true })
console.error(
  `made ${path.relative(process.cwd(), out) || '.'} from ${commit.slice(0, 12)}${repository ? '' : ', which names no repository'}:`,
)
for (const file of [tarball, bill, 'SHA256SUMS', 'notes.md'])
  console.error(`  ${file}, ${Math.ceil(statSync(path.join(out, file)).size / 1000)} kB`)
