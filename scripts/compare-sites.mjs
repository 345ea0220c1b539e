// Builds the same decks with an earlier commit and with the working tree, and names the files of the sites that differ.
// Usage: node scripts/compare-sites.mjs [commit] [folder of decks ...]; without folders the example site, and HEDGEROW_CORPUS where it is set.
import { execFileSync } from 'node:child_process'
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

const home = fileURLToPath(new URL('..', import.meta.url))
const [commit = 'HEAD', ...named] = process.argv.slice(2)
const decks = named.length > 0 ? named : [path.join(home, 'decks'), ...(process.env.HEDGEROW_CORPUS ? [process.env.HEDGEROW_CORPUS] : [])]
const work = mkdtempSync(path.join(os.tmpdir(), 'hedgerow-compare-'))
const tree = path.join(work, 'tree')
const run = (command, args, cwd) => execFileSync(command, args, { cwd, stdio: ['ignore', 'ignore', 'pipe'] })

/** Path and content of each file of the sites that a working tree builds. */
function buildAll(root, name) {
  run('npm', ['run', '-s', 'compile'], root)
  const files = new Map()
  for (const [at, folder] of decks.entries()) {
    // A copy at the same place for both: a site may tell where its decks were.
    const copy = path.join(work, `decks-${at}`)
    cpSync(folder, copy, { recursive: true })
    const out = path.join(work, `${name}-${at}`)
    run('node', ['lib/cli/main.js', 'build', copy, '--out', out], root)
    for (const entry of readdirSync(out, { recursive: true, withFileTypes: true })) {
      const file = path.join(entry.parentPath, entry.name)
      if (entry.isFile()) files.set(`${path.basename(folder)}/${path.relative(out, file)}`, readFileSync(file))
    }
  }
  return files
}

try {
  run('git', ['worktree', 'add', '--detach', tree, commit], home)
  symlinkSync(path.join(home, 'node_modules'), path.join(tree, 'node_modules'))
  const before = buildAll(tree, 'before')
  const after = buildAll(home, 'after')
  const names = [...new Set([...before.keys(), ...after.keys()])]
  const differing = names
    .toSorted((a, b) => a.localeCompare(b))
    .flatMap((file) => {
      const [old, now] = [before.get(file), after.get(file)]
      if (!old) return [`+ ${file} ${now.length}`]
      if (!now) return [`- ${file} ${old.length}`]
      return old.equals(now) ? [] : [`~ ${file} ${old.length} -> ${now.length}`]
    })
  for (const line of differing) console.log(line)
  const bytes = (files) => [...files.values()].reduce((sum, { length }) => sum + length, 0)
  console.log(`${before.size} files, ${bytes(before)} bytes; ${after.size} files, ${bytes(after)} bytes; ${differing.length} differ`)
  if (differing.length > 0) process.exitCode = 1
} finally {
  execFileSync('git', ['worktree', 'remove', '--force', tree], { cwd: home })
  rmSync(work, { recursive: true, force: true })
}
