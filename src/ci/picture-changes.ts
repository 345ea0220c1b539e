import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import type { Changes } from './compare-builds.ts'
import { PROGRAM, type BuiltDeck } from './run-build.ts'
import type { Pictured } from './summarize-changes.ts'

/** The two states of a repository, and where pictures go. */
interface Places {
  /** Folder of decks, from the root of the repository. */
  readonly folder: string
  /** A copy of the repository as it was. */
  readonly before: string
  /** Folder for what is not kept. */
  readonly temporary: string
  /** Folder of the pictures. */
  readonly out: string
}

// Each deck takes some seconds.
const MOST_DECKS = 10

// In milliseconds, for all of them: a preview that comes late, or that the forge stops, is of less use than one without pictures.
const LIMIT = 600_000

// Half of what `export` makes: enough to see a change, and a quarter of the bytes.
const WIDTH = 960

/** Makes pictures of the slides of changed decks that look different from all slides that the deck had, in at most `limit` milliseconds. */
export function pictureChanges({ added, changed }: Changes, { folder, before, temporary, out }: Places, limit = LIMIT): Pictured {
  const decks = [...changed, ...added]
  const end = Date.now() + limit
  let [done, pictures] = [0, 0]
  for (const [index, deck] of decks.slice(0, MOST_DECKS).entries()) {
    const known = changed.includes(deck)
      ? exportImages(deck, { folder, repository: before, out: path.join(temporary, `${index}-before`), end })
      : []
    const made = known && exportImages(deck, { folder, repository: '.', out: path.join(temporary, `${index}-after`), end })
    if (!known || !made) continue
    const hashes = new Set(known.map(hashOf))
    for (const file of made) {
      if (hashes.has(hashOf(file))) continue
      const to = path.join(out, nameOf(deck), path.basename(file))
      mkdirSync(path.dirname(to), { recursive: true })
      copyFileSync(file, to)
      pictures += 1
    }
    done += 1
  }
  return { pictures, omitted: decks.length - done }
}

// GitHub refuses some characters in the names of uploaded files.
const nameOf = ({ id }: BuiltDeck) => id.replace(/[^\p{L}\p{N}._/-]/gu, '_')

const hashOf = (file: string) => createHash('sha256').update(readFileSync(file)).digest('hex')

interface Export {
  readonly folder: string
  readonly repository: string
  readonly out: string
  /** When the time is up, in milliseconds since 1970. */
  readonly end: number
}

/** The pictures of a deck; `undefined` if the time is up before they are made. */
function exportImages({ path: deck }: BuiltDeck, { folder, repository, out, end }: Export): readonly string[] | undefined {
  const timeout = end - Date.now()
  if (timeout <= 0) return undefined
  const options = ['--images', `--width=${WIDTH}`, `--out=${path.resolve(out)}`, `--root=${folder}`]
  // A deck with errors has no pictures; its messages say why.
  const { signal } = spawnSync(process.execPath, [PROGRAM, 'export', ...options, '--', `./${deck}`], {
    cwd: repository,
    stdio: ['ignore', 'ignore', 'inherit'],
    timeout,
    killSignal: 'SIGKILL',
  })
  if (signal !== null) return undefined
  if (!existsSync(out)) return []
  return readdirSync(out, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.png'))
    .toSorted()
    .map((file) => path.join(out, file))
}
