import { rmSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

const floor = fileURLToPath(new URL('floor.mjs', import.meta.url))
const marp = fileURLToPath(new URL('node_modules/.bin/marp', import.meta.url))
const revealMd = fileURLToPath(new URL('node_modules/.bin/reveal-md', import.meta.url))

/** The programs, each with the command that builds a folder. `prepare` is not measured. */
export function programs(home) {
  const hedgerow = (root, out) => ['node', path.join(home, 'lib/cli/main.js'), 'build', root, '--out', out]
  const removeBundle = () => rmSync(path.join(home, 'lib/client'), { recursive: true, force: true })
  return {
    floor: { command: (root, out) => ['node', floor, root, out] },
    hedgerow: { command: hedgerow, mayFail: true },
    'hedgerow+bundle': {
      prepare: removeBundle,
      // Finds no bundle and makes it.
      command: hedgerow,
      mayFail: true, // as hedgerow: the status is 1 where a deck has errors, though all others are built
    },
    'reveal-md': { command: (root, out) => [revealMd, root, '--static', out] },
    marp: { command: (root, out) => [marp, '--html', '--input-dir', root, '--output', out] },
  }
}
