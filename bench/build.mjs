import path from 'node:path'
import { inTurn } from './in-turn.mjs'
import { measure } from './measure.mjs'
import { programs } from './programs.mjs'
import { best, median, pick, ratio } from './statistics.mjs'
import { table } from './table.mjs'

const RATIOS = [
  ['hedgerow', 'floor'],
  ['hedgerow', 'reveal-md'],
  ['hedgerow', 'marp'],
  ['hedgerow+bundle', 'floor'],
  ['hedgerow+bundle', 'reveal-md'],
  ['hedgerow+bundle', 'marp'],
]

/** What it costs to build the decks, beside the floor and the peers. */
export async function benchBuild({ folder, home, root, decks }, { rounds, say }) {
  const tasks = {}
  for (const [name, program] of Object.entries(programs(home))) {
    tasks[name] = () => measure(program, { root, out: path.join(folder, `out-${name}`), decks: decks.length })
  }
  const results = await inTurn(tasks, rounds, (round) => say(`build: round ${round} of ${rounds}`))
  const ratios = RATIOS.map(([name, reference]) => ({ name: `${name} / ${reference}`, ...ratio(results[name], results[reference], 'cpu') }))
  const text = [
    table(
      `Build of ${decks.length} decks: CPU seconds and peak MB`,
      ['program', 'CPU best', 'CPU median', 'MB best', 'MB median'],
      Object.entries(results).map(([name, runs]) => {
        const [cpu, memory] = [pick(runs, 'cpu'), pick(runs, 'memory')]
        return [name, best(cpu).toFixed(2), median(cpu).toFixed(2), best(memory).toFixed(0), median(memory).toFixed(0)]
      }),
    ),
    table(
      'CPU ratios (below 1: the first is cheaper)',
      ['ratio', 'of the best', 'median of rounds'],
      ratios.map(({ name, best: ofBest, median: ofRounds }) => [name, ofBest.toFixed(2), ofRounds.toFixed(2)]),
    ),
  ].join('\n')
  return { results, ratios, text }
}
