import path from 'node:path'
import { copies } from './copies.mjs'
import { inTurn } from './in-turn.mjs'
import { measure } from './measure.mjs'
import { programs } from './programs.mjs'
import { best, median, pick } from './statistics.mjs'
import { table } from './table.mjs'

const SIZES = [100, 1000]

/** Whether a deck costs the same among a thousand as among a hundred. */
export async function benchScale({ folder, home, root, decks }, { rounds, say }) {
  const { floor, hedgerow } = programs(home)
  const tasks = {}
  for (const size of SIZES) {
    const many = copies(root, decks, { size, to: path.join(folder, `decks-${size}`) })
    tasks[`floor ${size}`] = () => measure(floor, { root: many, out: path.join(folder, 'out-scale'), decks: size })
    tasks[`hedgerow ${size}`] = () => measure(hedgerow, { root: many, out: path.join(folder, 'out-scale'), decks: size })
  }
  const results = await inTurn(tasks, rounds, (round) => say(`scale: round ${round} of ${rounds}`))
  const [few, many] = SIZES
  const cpu = (name) => best(pick(results[name], 'cpu'))
  const perDeck = (name) => cpu(`${name} ${many}`) / many / (cpu(`${name} ${few}`) / few)
  const added = (1000 * (cpu(`hedgerow ${many}`) - cpu(`hedgerow ${few}`))) / (many - few)
  const ratios = {
    hedgerowPerDeck: perDeck('hedgerow'),
    floorPerDeck: perDeck('floor'),
    hedgerowToFloor: cpu(`hedgerow ${many}`) / cpu(`floor ${many}`),
    millisecondsPerAddedDeck: added,
  }
  const text = [
    table(
      'Scale: CPU seconds and peak MB',
      ['program and decks', 'CPU best', 'CPU median', 'ms per deck', 'MB median'],
      SIZES.flatMap((size) =>
        ['floor', 'hedgerow'].map((name) => {
          const runs = results[`${name} ${size}`]
          const seconds = pick(runs, 'cpu')
          return [
            `${name} ${size}`,
            best(seconds).toFixed(2),
            median(seconds).toFixed(2),
            ((1000 * best(seconds)) / size).toFixed(1),
            median(pick(runs, 'memory')).toFixed(0),
          ]
        }),
      ),
    ),
    '',
    `CPU per deck, ${many} decks / ${few} decks: hedgerow ${ratios.hedgerowPerDeck.toFixed(2)}, floor ${ratios.floorPerDeck.toFixed(2)}`,
    `CPU of ${many} decks, hedgerow / floor: ${ratios.hedgerowToFloor.toFixed(2)}; each deck more costs hedgerow ${added.toFixed(1)} ms`,
  ].join('\n')
  return { results, ratios, text }
}
