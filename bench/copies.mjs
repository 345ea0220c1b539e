import { cpSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { splitSlides } from './split-slides.mjs'

const FRONT_MATTER = /^---\r?\n[\s\S]*?\n---\r?\n/
const DAY = 86_400_000
const FIRST = Date.UTC(1990, 0, 1)

/**
 * A folder of as many decks as wanted: the decks themselves, and further ones beside them, where their pictures are found. Each of these has the slides of a
 * deck in another order and a day of its own, so that no two are equal, and neighbours have nothing in common.
 */
export function copies(root, decks, { size, to }) {
  if (decks.length > size) throw new Error(`there are more decks than ${size} already: ${decks.length}`)
  cpSync(root, to, { recursive: true })
  for (let number = decks.length; number < size; number++) {
    const { file } = decks[number % decks.length]
    const text = readFileSync(path.join(root, file), 'utf8')
    const day = new Date(FIRST + number * DAY).toISOString().slice(0, 10).replaceAll('-', '')
    writeFileSync(path.join(to, path.dirname(file), `${day}-copy.md`), turned(text, Math.floor(number / decks.length)))
  }
  return to
}

function turned(text, by) {
  const [front = ''] = FRONT_MATTER.exec(text) ?? []
  const slides = splitSlides(text)
  const start = by % slides.length
  return `${front}\n# Copy ${by}\n\n---\n${[...slides.slice(start), ...slides.slice(0, start)].join('\n---\n')}`
}
