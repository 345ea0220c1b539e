import { execFileSync } from 'node:child_process'
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

const HOME = fileURLToPath(new URL('..', import.meta.url))

/** A temporary folder with copies of the decks and of the package, so that a benchmark changes nothing of yours. */
export function openWorkspace(corpus) {
  const folder = mkdtempSync(path.join(tmpdir(), 'hedgerow-bench-'))
  const close = () => rmSync(folder, { recursive: true, force: true })
  process.once('SIGINT', () => {
    close()
    process.exit(130)
  })
  try {
    const home = copyPackage(path.join(folder, 'package'))
    const root = copyDecks(corpus ?? path.join(HOME, 'decks'), path.join(folder, 'decks'))
    return { folder, home, root, decks: onlyDecks(home, root, path.join(folder, 'first')), close }
  } catch (cause) {
    close()
    throw cause
  }
}

function copyPackage(home) {
  for (const part of ['package.json', 'tsconfig.json', 'lib', 'src', 'themes']) {
    if (existsSync(path.join(HOME, part))) cpSync(path.join(HOME, part), path.join(home, part), { recursive: true })
  }
  symlinkSync(path.join(HOME, 'node_modules'), path.join(home, 'node_modules'), 'dir')
  // Does nothing where the copied bundle is the one of these sources.
  execFileSync('node', [path.join(home, 'lib/bundle/bundle-client.js')], { stdio: ['ignore', 'ignore', 'inherit'] })
  return home
}

function copyDecks(from, root) {
  cpSync(from, root, { recursive: true })
  const site = path.join(root, 'site.yaml')
  if (!existsSync(site)) writeFileSync(site, 'include: [training]\n')
  return root
}

// What Hedgerow takes for no deck is removed, so that all programs build the same files.
function onlyDecks(home, root, out) {
  const cli = path.join(home, 'lib/cli/main.js')
  const summary = path.join(root, '..', 'summary.json')
  // A deck with errors makes the status 1; the summary is what counts.
  execFileSync('sh', ['-c', '"$@" > "$0" || test $? = 1', summary, 'node', cli, 'build', root, '--out', out, '--json'])
  const { decks, skipped } = JSON.parse(readFileSync(summary, 'utf8'))
  for (const file of skipped) rmSync(path.join(root, file), { force: true })
  return decks.map(({ id, path: file, slides }) => ({ id, file, slides }))
}
