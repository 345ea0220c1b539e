import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

const ours = fileURLToPath(new URL('../../decks', import.meta.url))
// What takes long to copy finds nothing that a shorter text would not.
const LONGEST = 40_000

/** The texts that everything else is made of. */
export function readSeeds({ HEDGEROW_CORPUS: corpus, HEDGEROW_PAYLOADS: payloads } = process.env) {
  return [...decksOf(ours), ...decksOf(corpus), ...attacksOf(payloads)].filter((text) => text.length <= LONGEST)
}

function decksOf(folder) {
  if (!folder || !existsSync(folder)) return []
  const files = readdirSync(folder, { recursive: true }).filter((file) => file.endsWith('.md'))
  return files.toSorted().map((file) => readFileSync(path.join(folder, file), 'utf8'))
}

function attacksOf(folder) {
  const file = path.join(folder ?? '', 'payloads.json')
  if (!folder || !existsSync(file)) return []
  return JSON.parse(readFileSync(file, 'utf8')).map(({ markdown, gen }) =>
    // Long ones are made of few repetitions here; the mutations repeat them again.
    gen ? gen.map(([text, count]) => text.repeat(Math.min(count, 50))).join('') : markdown,
  )
}
