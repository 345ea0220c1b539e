// node bench/history.mjs <clone> <folder> [--days 14]; see README.md
import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { fileURLToPath } from 'node:url'

const cli = fileURLToPath(new URL('../lib/cli/main.js', import.meta.url))
const DAY = 86_400_000

const { values, positionals } = parseArgs({ allowPositionals: true, options: { days: { type: 'string', default: '14' } } })
const [clone, folder] = positionals
if (clone === undefined || folder === undefined) {
  console.error('usage: node bench/history.mjs <clone of a repository with decks> <folder of decks in it> [--days <number>]')
  process.exit(2)
}

// The fortnight (or so) with the most commits to the folder, and the commit before it.
const git = (...args) => execFileSync('git', ['-C', clone, ...args], { encoding: 'utf8', maxBuffer: 1e9 }).trim()
const commits = git('log', '--first-parent', '--reverse', '--format=%H %ct', '--', folder)
  .split('\n')
  .map((line) => line.split(' '))
  .map(([commit, seconds]) => ({ commit, at: Number(seconds) * 1000 }))
const length = Number(values.days) * DAY
const windowFrom = (first) => commits.filter(({ at }) => at >= first.at && at < first.at + length)
const busiest = commits.map(windowFrom).reduce((most, next) => (next.length > most.length ? next : most))
const before = commits[commits.indexOf(busiest[0]) - 1]

const work = mkdtempSync(path.join(tmpdir(), 'hedgerow-history-'))
try {
  const rows = [...(before ? [before] : []), ...busiest].map(build)
  const [, ...rebuilt] = rows
  const decks = rebuilt.reduce((sum, row) => sum + row.decks, 0)
  const unchanged = rebuilt.reduce((sum, row) => sum + row.unchanged, 0)
  for (const row of rows) console.log(`${row.commit.slice(0, 8)}: ${row.unchanged} of ${row.decks} decks unchanged, ${row.milliseconds} ms`)
  console.log(`after the first: ${unchanged} of ${decks} decks (${((100 * unchanged) / decks).toFixed(1)} %) were not made again`)
} finally {
  rmSync(work, { recursive: true, force: true })
}

// As a CI job does it: files have new times, there is no old site, and only the cache is kept.
function build({ commit }) {
  const root = path.join(work, 'decks')
  for (const old of [root, path.join(work, 'out')]) rmSync(old, { recursive: true, force: true })
  const tree = `${commit}:${folder}`
  const lacking = missingFrom(tree).map((file) => `:(exclude,literal)${file}`)
  const archive = execFileSync('git', ['-C', clone, 'archive', '--prefix=decks/', tree, '--', '.', ...lacking], { maxBuffer: 1e9 })
  execFileSync('tar', ['-x', '-C', work, '--touch'], { input: archive })
  const { stdout, status, stderr } = spawnSync('node', [cli, 'build', 'decks', '--out', 'out', '--revision', commit, '--json'], {
    cwd: work,
    env: { ...process.env, XDG_CACHE_HOME: path.join(work, 'cache') },
    encoding: 'utf8',
    maxBuffer: 1e9,
  })
  if (status > 1) throw new Error(`${commit}: ${stderr.slice(-2000)}`)
  const { decks, unchanged, milliseconds } = JSON.parse(stdout)
  return { commit, decks: decks.length, unchanged, milliseconds }
}

// The files of a tree that a clone without all blobs does not have; its decks then lack a picture.
function missingFrom(tree) {
  const files = git('ls-tree', '-r', tree)
    .split('\n')
    .map((line) => /^\S+ \S+ (\S+)\t(.*)$/.exec(line))
  const known = execFileSync('git', ['-C', clone, 'cat-file', '--batch-check'], {
    encoding: 'utf8',
    input: files.map(([, id]) => id).join('\n'),
  })
  const states = known.trim().split('\n')
  return files.flatMap(([, , file], index) => (states[index].endsWith(' missing') ? [file] : []))
}
