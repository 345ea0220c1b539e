import { execFileSync, spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, realpathSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import path from 'node:path'
import { expect, test, vi } from 'vitest'
import { makeFolder, writeFiles } from '../support/make-folder.ts'

// A build takes some seconds, and more on a machine that is busy.
vi.setConfig({ testTimeout: 120_000 })

const script = path.resolve(import.meta.dirname, '../../scripts/ci/install.sh')
const COMMIT = '0123456789abcdef0123456789abcdef01234567'

interface Release {
  readonly packed?: string
  readonly sum?: string
  readonly hasRelease?: boolean
  /** Whether GitHub has signed that the release comes from the commit. */
  readonly isAttested?: boolean
  readonly diagrams?: 'true' | 'false'
}

/** Runs the step with a server of releases, and with a source that says that it was built. Returns what is installed. */
async function install({ packed = COMMIT, sum, hasRelease = true, isAttested = true, diagrams = 'false' }: Release) {
  const home = makeFolder()
  const manifest = { name: 'hedgerow', version: '1.2.3', gitHead: packed, scripts: { postinstall: 'touch ran' } }
  const source = { name: 'hedgerow', version: '1.2.3', scripts: { compile: 'echo built$GH_TOKEN > from', preinstall: 'touch ran' } }
  const isReleased = packed === COMMIT && sum === undefined && hasRelease && isAttested
  const optional = Object.fromEntries(['mermaid', 'abcjs', 'sharp'].map((name) => [name, `file:${home}/${name}`]))
  const lock = { name: 'hedgerow', version: '1.2.3', lockfileVersion: 3, packages: { '': { name: 'hedgerow', version: '1.2.3' } } }
  writeFiles(home, {
    'tarball/package/package.json': JSON.stringify(manifest),
    'tarball/package/from': 'released\n',
    'source/package.json': JSON.stringify({ ...source, devDependencies: isReleased ? optional : {} }),
    'mermaid/package.json': '{"name":"mermaid","version":"1.0.0"}',
    'abcjs/package.json': '{"name":"abcjs","version":"1.0.0"}',
    'sharp/package.json': '{"name":"sharp","version":"1.0.0"}',
    'source/package-lock.json': JSON.stringify(lock),
    'bin/gh': `#!/bin/sh\necho "[$GH_TOKEN] $@" > "${home}/asked"\n${isAttested ? 'true' : 'false'}\n`,
    asked: '',
  })
  chmodSync(path.join(home, 'bin/gh'), 0o755)
  const tarball = path.join(home, 'hedgerow.tgz')
  execFileSync('tar', ['-czf', tarball, '-C', path.join(home, 'tarball'), 'package'])
  const digest = createHash('sha256').update(readFileSync(tarball)).digest('hex')
  const files = new Map<string, string | Buffer>([
    ['/o/hedgerow/releases/download/v1.2.3/hedgerow-1.2.3.tgz', readFileSync(tarball)],
    ['/o/hedgerow/releases/download/v1.2.3/SHA256SUMS', `${'0'.repeat(64)}  other.json\n${sum ?? digest}  hedgerow-1.2.3.tgz\n`],
  ])
  const server = createServer(({ url = '' }, response) => {
    const found = hasRelease ? files.get(url) : undefined
    response.writeHead(found === undefined ? 404 : 200).end(found)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  // A server that listens on a port has such an address.
  const { port } = server.address() as AddressInfo
  const temporary = path.join(home, 'temp')
  mkdirSync(temporary)
  const env = {
    ...process.env,
    HOME: home,
    PATH: `${path.join(home, 'bin')}:${process.env['PATH']}`,
    GH_TOKEN: 'x',
    RUNNER_TEMP: temporary,
    SOURCE: path.join(home, 'source'),
    COMMIT,
    DIAGRAMS: diagrams,
    REPOSITORY: `http://127.0.0.1:${port}/o/hedgerow`,
  }
  const status = await new Promise<number | null>((resolve) => {
    spawn('bash', [script], { env, stdio: 'ignore' }).on('close', resolve)
  })
  server.close()
  const program = path.join(temporary, 'program')
  const asked = readFileSync(path.join(home, 'asked'), 'utf8').trim()
  return {
    status,
    asked,
    from: readFileSync(path.join(program, 'from'), 'utf8').trim(),
    ran: existsSync(path.join(program, 'ran')),
    program,
  }
}

test('the release is installed if it was packed from the commit of the workflow, and runs no script', async () => {
  const { asked, ...installed } = await install({})
  expect(installed).toMatchObject({ status: 0, from: 'released', ran: false })
  expect(asked).toBe(
    `[x] attestation verify hedgerow-1.2.3.tgz --repo o/hedgerow --signer-workflow o/hedgerow/.github/workflows/release.yml --source-digest ${COMMIT} --deny-self-hosted-runners`,
  )
})

test.each([
  ['there is no release', { hasRelease: false }],
  ['the release was packed from another commit', { packed: 'f'.repeat(40) }],
  ['the release has another digest', { sum: '1'.repeat(64) }],
  ['the files of the release were replaced', { isAttested: false }],
])('the checkout is built without a token if %s', async (_, release) => {
  expect(await install(release)).toMatchObject({ status: 0, from: 'built', ran: false })
})

const packagesBeside = (program: string) => readdirSync(path.dirname(realpathSync(program))).filter((name) => !name.startsWith('.'))

test('what makes copies of images is installed with the release', async () => {
  const { program } = await install({})
  expect(packagesBeside(program)).toEqual(['hedgerow', 'sharp'])
})

test('what draws diagrams is installed, too, if the caller asks for it', async () => {
  const { program } = await install({ diagrams: 'true' })
  expect(packagesBeside(program)).toEqual(['abcjs', 'hedgerow', 'mermaid', 'sharp'])
})
