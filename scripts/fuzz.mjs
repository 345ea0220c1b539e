// Builds decks that no one would write, until the time is up: npm run fuzz -- --seconds 60 [--seed n]
// The same seed makes the same decks. It begins with decks/, and with the decks of HEDGEROW_CORPUS and the attacks of
// HEDGEROW_PAYLOADS where these are set. What fails is made small, written to a folder that can be built, and the exit code is 1.
import { mkdtempSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { BATCH, createRunner, writeDecks } from './fuzz/runner.mjs'
import { minimise } from './fuzz/minimise.mjs'
import { mutate } from './fuzz/mutate.mjs'
import { createRandom } from './fuzz/random.mjs'
import { readSeeds } from './fuzz/seeds.mjs'

// A child lives this long: what one deck leaves behind may break a later one, and all of them are needed to show it.
const BATCHES_OF_A_CHILD = 40

const { values } = parseArgs({ options: { seconds: { type: 'string', default: '60' }, seed: { type: 'string' } } })
const seed = Number(values.seed ?? Date.now() % 1_000_000)
const until = Date.now() + Number(values.seconds) * 1000
const seeds = readSeeds()
console.log(`seed ${seed}, ${seeds.length} decks to begin with`)

const runner = createRunner()
let history = []
let count = 0
let slowest = { text: '', ms: 0 }

while (Date.now() < until) {
  if (history.length >= BATCH * BATCHES_OF_A_CHILD) {
    await runner.restart()
    history = []
  }
  // The first decks are built as they are.
  const batch = Array.from({ length: BATCH }, (_, index) => seeds[count + index] ?? mutate(createRandom(seed + count + index), seeds))
  history.push(...batch)
  const result = await runner.run(batch)
  count += BATCH
  if (result.slowest.ms > slowest.ms) slowest = result.slowest
  if (result.failure) await reportFailure(result.failure, batch)
}
await runner.restart()
console.log(`${count} decks, none of them failed; the slowest took ${Math.round(slowest.ms)} ms: ${write([slowest.text], 'slowest')}`)
process.exit(0)

async function reportFailure(failure, batch) {
  console.log(`deck ${count - BATCH + (failure.index ?? 0)}: ${failure.kind}: ${failure.detail}`)
  const decks = await minimise(runner, { failure, suspect: batch[failure.index], history })
  for (const text of decks) console.log(JSON.stringify(text.length > 2000 ? `${text.slice(0, 2000)}…` : text))
  console.log(`written to ${write(decks, `${failure.kind}: ${failure.detail}`)}`)
  await runner.restart()
  process.exit(1)
}

// A folder that can be built.
function write(decks, what) {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'hedgerow-fuzz-'))
  writeDecks(folder, decks)
  writeFileSync(path.join(folder, 'what.txt'), `${what}\nseed ${seed}\n`)
  return folder
}
