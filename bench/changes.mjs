import { appendFileSync, rmSync } from 'node:fs'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { copies } from './copies.mjs'
import { inTurn } from './in-turn.mjs'
import { measure } from './measure.mjs'
import { programs } from './programs.mjs'
import { best, median, pick } from './statistics.mjs'
import { table } from './table.mjs'

/** What a build costs with nothing kept, after nothing has changed, and after one deck has; beside the floor, which keeps nothing. */
export async function benchChanges({ folder, home, root, decks }, { rounds, say, environment }) {
  const sizes = (environment.HEDGEROW_SIZES ?? `${decks.length} 1000`).split(/[ ,]+/).map(Number)
  const { floor, hedgerow } = programs(home)
  const results = {}
  for (const size of sizes) {
    const many = copies(root, decks, { size, to: path.join(folder, `changes-${size}`) })
    const cache = path.join(folder, `cache-${size}`)
    const out = path.join(folder, `out-changes-${size}`)
    const run = (more) => measure(hedgerow, { root: many, out, decks: size, env: { ...environment, XDG_CACHE_HOME: cache }, ...more })
    const changed = path.join(many, decks[0].file)
    let edits = 0
    // In this order: each finds what the one before it has left.
    const rounded = async () => {
      rmSync(cache, { recursive: true, force: true })
      // Files that were written a moment ago may change again unnoticed, so builds compare them instead.
      await sleep(3000)
      const cold = run()
      const unchanged = run({ keepsOut: true })
      appendFileSync(changed, `\n---\n\n# Edit ${(edits += 1)}\n`)
      const one = run({ keepsOut: true })
      const published = run()
      return { cold, unchanged, 'one changed': one, 'unchanged, no old site': published }
    }
    const tasks = { floor: () => measure(floor, { root: many, out: `${out}-floor`, decks: size }), hedgerow: rounded }
    const { floor: floors, hedgerow: all } = await inTurn(tasks, rounds, (round) =>
      say(`changes: ${size} decks, round ${round} of ${rounds}`),
    )
    results[`${size} floor`] = floors
    for (const name of Object.keys(all[0])) results[`${size} ${name}`] = pick(all, name)
    for (const left of [many, cache, out, `${out}-floor`]) rmSync(left, { recursive: true, force: true })
  }
  const rows = Object.entries(results).map(([name, runs]) => {
    const [size] = name.split(' ')
    const seconds = best(pick(runs, 'cpu'))
    const least = best(pick(results[`${size} floor`], 'cpu'))
    return [
      name,
      seconds.toFixed(2),
      median(pick(runs, 'cpu')).toFixed(2),
      (seconds / least).toFixed(2),
      median(pick(runs, 'memory')).toFixed(0),
    ]
  })
  const heads = ['decks and run', 'CPU best', 'CPU median', 'best / floor', 'MB median']
  return { results, text: table('Changes: CPU seconds and peak MB', heads, rows) }
}
