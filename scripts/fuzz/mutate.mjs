import { dictionary } from './dictionary.mjs'

const LONGEST = 200_000

/** A new text, made of one or two known ones. */
export function mutate(random, seeds) {
  let text = random.chance(0.1) ? '' : random.pick(seeds)
  const changes = 1 + random.below(6)
  for (let change = 0; change < changes; change += 1) text = random.pick(MUTATIONS)(text, random, seeds)
  return text.length > LONGEST ? text.slice(0, LONGEST) : text
}

// Where lines, words or anything else begins.
function place(text, random) {
  if (random.chance(0.5)) return random.below(text.length + 1)
  const found = text.indexOf(random.chance(0.7) ? '\n' : ' ', random.below(text.length + 1))
  return found === -1 ? text.length : found + 1
}

function piece(text, random) {
  const start = place(text, random)
  const length = random.chance(0.5) ? random.below(40) : random.below(1000)
  return { start, end: Math.min(text.length, start + length) }
}

const put = (text, start, end, inside) => text.slice(0, start) + inside + text.slice(end)
const tokens = (random) => Array.from({ length: 1 + random.below(8) }, () => random.pick(dictionary)).join(random.pick(['', '', ' ', '\n']))

function insert(text, random) {
  const at = place(text, random)
  return put(text, at, at, tokens(random))
}

const MUTATIONS = [
  insert,
  insert,
  insert,
  function splice(text, random, seeds) {
    const other = random.pick(seeds)
    const from = piece(other, random)
    const at = place(text, random)
    return put(text, at, at, other.slice(from.start, from.end))
  },
  function join(text, random, seeds) {
    return text.slice(0, place(text, random)) + random.pick(seeds).slice(-random.below(4000))
  },
  function remove(text, random) {
    const { start, end } = piece(text, random)
    return put(text, start, end, '')
  },
  function duplicate(text, random) {
    const { start, end } = piece(text, random)
    const at = place(text, random)
    return put(text, at, at, text.slice(start, end))
  },
  function swapCharacters(text, random) {
    const characters = [...text]
    for (let time = 0; time < 5; time += 1) {
      const [one, other] = [random.below(characters.length), random.below(characters.length)]
      ;[characters[one], characters[other]] = [characters[other] ?? '', characters[one] ?? '']
    }
    return characters.join('')
  },
  function changeCharacter(text, random) {
    const at = random.below(text.length + 1)
    return put(text, at, at + 1, String.fromCharCode(random.chance(0.8) ? 32 + random.below(95) : random.below(0xffff)))
  },
  // What is done again for every piece of a text shows in long ones.
  function repeat(text, random) {
    const { start, end } = piece(text, random)
    const part = random.chance(0.5) ? tokens(random) : text.slice(start, Math.min(end, start + 60))
    const times = Math.min(2 ** random.below(15), Math.floor(LONGEST / 2 / Math.max(part.length, 1)))
    return put(text, start, start, part.repeat(times))
  },
]
