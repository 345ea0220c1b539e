// Runs the command of the package that users install on the oldest Node.js that is supported, on the long-term releases and on the newest, and compares
// everything that it writes and prints with what it does on the Node.js that runs this script.
// npm fetches them: each is the package `node`. Arguments are the versions to run instead.
import { execFile, execFileSync, spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'

const VERSIONS = ['20.19.0', '22.12.0', '22', '24', 'latest']

const execute = promisify(execFile)
const home = fileURLToPath(new URL('..', import.meta.url))

const DECK = `---
title: A small deck
slideOptions:
  theme: plain
---

# One

---

# Two

$x^2$

\`\`\`js
const two = 2
\`\`\`

\`\`\`graphviz
digraph { a -> b }
\`\`\`
`
const FILES = {
  'themed/small.md': DECK,
  'themed/themes/plain/theme.css': '.reveal { color: #123456; }\n',
  'faulty/deck.md': DECK.replace('theme: plain', 'tehme: white'),
  'empty/site.yaml': 'title: Talks\n',
}

// One command starts Chromium; the others are quicker without it.
const RUNS = [
  { status: 0, args: ['--version'] },
  { status: 0, args: ['init', 'started', '--yes'] },
  { status: 0, args: ['build', 'started/decks', '--out', 'started-site'] },
  { status: 0, args: ['build', path.join(home, 'decks'), '--out', 'site'] },
  { status: 0, args: ['build', 'themed', '--out', 'themed-site'] },
  { status: 0, args: ['check', path.join(home, 'decks')] },
  { status: 1, args: ['check', 'faulty', '--format', 'sarif', '--max-warnings', '0'] },
  { status: 0, args: ['fix', 'faulty', '--dry-run'] },
  { status: 0, args: ['fix', 'faulty'] },
  { status: 0, args: ['new', 'First talk', '--folder', 'empty', '--date', '2026-01-31', '--no-open'] },
  { status: 0, args: ['export', path.join(home, 'decks/guide.md'), '--single-file', '--out', 'export'] },
  { status: 0, args: ['export', 'themed/small.md', '--root', 'themed', '--images', '--width', '200', '--out', 'export'], chromium: true },
  { status: 2, args: ['build', 'nowhere'] },
]

const work = mkdtempSync(path.join(os.tmpdir(), 'hedgerow-versions-'))
process.once('exit', () => rmSync(work, { recursive: true, force: true }))
for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => process.exit(130))

/** Makes a release and installs it as users do; returns the file of the command. */
async function installPackage() {
  const release = path.join(work, 'release')
  await execute(process.execPath, [path.join(home, 'scripts/make-release.mjs'), '--working-tree', '--out', release])
  const [tarball] = readdirSync(release).filter((name) => name.endsWith('.tgz'))
  const project = path.join(work, 'project')
  await execute('npm', ['install', '--no-audit', '--no-fund', '--ignore-scripts', '--prefix', project, path.join(release, tarball)])
  return path.join(project, 'node_modules/hedgerow/lib/cli/main.js')
}

async function fetchNode(version) {
  const folder = path.join(work, `node-${version}`)
  const args = ['install', '--no-save', '--no-audit', '--no-fund', '--ignore-scripts=false', '--prefix', folder, `node@${version}`]
  await execute('npm', args)
  return path.join(folder, 'node_modules/node/bin/node')
}

function start(node, folder, args, env) {
  // A cache for each version: each bundles the theme and draws the diagram itself.
  const surroundings = { ...process.env, CHROMIUM: 'none', XDG_CACHE_HOME: path.join(folder, 'cache'), ...env }
  return spawn(node, [command, ...args], { cwd: folder, env: surroundings, stdio: ['ignore', 'pipe', 'pipe'] })
}

function run(node, folder, args, env) {
  return new Promise((resolve, reject) => {
    const child = start(node, folder, args, env)
    const output = { stdout: '', stderr: '' }
    child.stdout.setEncoding('utf8').on('data', (text) => (output.stdout += text))
    child.stderr.setEncoding('utf8').on('data', (text) => (output.stderr += text))
    child.on('error', reject).on('close', (status) => resolve({ status, ...output }))
  })
}

/** Serves the folder for writing, and returns the page of its deck. */
async function serve(node, folder) {
  const child = start(node, folder, ['dev', 'themed', '--port', '0'], {})
  try {
    const address = await new Promise((resolve, reject) => {
      let printed = ''
      const hear = (text) => {
        printed += text
        const found = /http:\S+/.exec(printed)?.[0]
        if (found) resolve(found)
      }
      child.stderr.setEncoding('utf8').on('data', hear)
      child.on('close', () => reject(new Error(`dev has ended: ${printed}`)))
    })
    const response = await fetch(new URL('small.html', address))
    return { status: response.status, html: await response.text() }
  } finally {
    child.kill()
  }
}

function digests(folder) {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
  const names = files
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)))
    .filter((name) => !name.startsWith('cache'))
  return names.toSorted().map(
    (name) =>
      `${name} ${createHash('sha256')
        .update(readFileSync(path.join(folder, name)))
        .digest('hex')}`,
  )
}

const withoutTimes = (text) => text.replace(/\d+\.\d s\b/g, '0.0 s')

/** All that the command does on a version of Node.js, as lines of text. */
async function linesOn(node, name) {
  const folder = path.join(work, `work-${name}`)
  for (const [file, text] of Object.entries(FILES)) {
    mkdirSync(path.dirname(path.join(folder, file)), { recursive: true })
    writeFileSync(path.join(folder, file), text)
  }
  const lines = []
  for (const { status: expected, args, chromium } of RUNS) {
    const { status, stdout, stderr } = await run(node, folder, args, chromium ? { CHROMIUM: process.env.CHROMIUM ?? '' } : {})
    if (status !== expected) throw new Error(`${args.join(' ')} ended with ${status} instead of ${expected}:\n${stderr}`)
    if (/\(node:\d+\)|node:internal|^\s+at /m.test(stderr)) throw new Error(`${args.join(' ')} printed what no user should see:\n${stderr}`)
    lines.push(`${args[0]}: ${status}`, ...withoutTimes(stdout + stderr).split('\n'))
  }
  const { status, html } = await serve(node, folder)
  if (status !== 200) throw new Error(`dev answered ${status}`)
  return [...lines, ...html.split('\n'), ...digests(folder)]
}

const command = await installPackage()
const expected = await linesOn(process.execPath, 'here')
const problems = []

async function testOn(version) {
  let node
  try {
    node = await fetchNode(version)
  } catch (cause) {
    const problem = `Node.js ${version} could not be fetched: ${cause.stderr ?? cause.message}`
    // A contributor may work without a network; CI may not.
    if (process.env.CI) throw new Error(problem, { cause })
    console.log(`SKIPPED: ${problem}`)
    return
  }
  const name = `Node.js ${execFileSync(node, ['--version'], { encoding: 'utf8' }).trim()}`
  const lines = await linesOn(node, version)
  const place = expected.findIndex((line, index) => line !== lines[index])
  if (place >= 0 || lines.length !== expected.length)
    throw new Error(`${name} differs from ${process.version}\n- ${expected[place]?.slice(0, 500)}\n+ ${lines[place]?.slice(0, 500)}`)
  console.log(`${name}: ${RUNS.length + 1} commands, ${lines.length} lines and files as on ${process.version}`)
}

const waiting = process.argv.length > 2 ? process.argv.slice(2) : VERSIONS
const workThrough = async () => {
  for (let version = waiting.shift(); version !== undefined; version = waiting.shift()) {
    try {
      await testOn(version)
    } catch (cause) {
      problems.push(cause)
      console.error(`Node.js ${version}: ${cause.message}`)
    }
  }
}
// Two at a time: a command seldom keeps more than one core busy.
await Promise.all([workThrough(), workThrough()])
if (problems.length > 0) process.exitCode = 1
