import { copyFileSync, cpSync } from 'node:fs'
import path from 'node:path'

/** A folder of as many decks as wanted: the decks themselves, then copies of them under other names beside them, where their pictures are found. */
export function copies(root, decks, { size, to }) {
  if (decks.length > size) throw new Error(`there are more decks than ${size} already: ${decks.length}`)
  cpSync(root, to, { recursive: true })
  for (let number = decks.length; number < size; number++) {
    const { file } = decks[number % decks.length]
    copyFileSync(path.join(root, file), path.join(to, file.replace(/\.md$/, `-${number}.md`)))
  }
  return to
}
