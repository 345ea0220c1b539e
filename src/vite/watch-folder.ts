import { existsSync } from 'node:fs'
import path from 'node:path'
import type { ViteDevServer } from 'vite'
import { fileState } from '../node/file-state.ts'
import { isInside } from '../node/is-inside.ts'
import { readForFrame } from '../node/read-text.ts'
import { toSlashes } from '../node/to-slashes.ts'
import { looksUnfinished } from './unfinished-text.ts'

// In milliseconds. Editors save in several steps that follow each other closely.
const PAUSE = 4
const LOOK_AGAIN = 60
const PATIENCE = 300
const SETTLING = 200
// The watcher is silent about a file for 50 ms after it has told of it.
const SILENCE = 60

interface Watched {
  readonly root: string
  /** The text of a deck when it was read last. */
  readonly textOf: (file: string) => string | undefined
  /** Gets the files that have changed, relative to the root; none where it is not known which. */
  readonly onChange: (files: readonly string[]) => Promise<void>
}

/**
 * Watches a content root with vite's watcher, once the function that it returns is called: to look at ten thousand files takes a second.
 * A file that looks half-written is waited for, for a moment.
 */
export function watchFolder({ watcher }: ViteDevServer, { root, textOf, onChange }: Watched): () => void {
  const folder = path.resolve(root)
  const changed = new Map<string, number>()
  let timer: NodeJS.Timeout | undefined
  let isBusy = false
  let isInDoubt = false
  const wait = (milliseconds: number) => {
    clearTimeout(timer)
    timer = setTimeout(() => void work(), milliseconds)
  }
  const stateOf = (file: string) => fileState(path.join(folder, file)).id
  const isUnfinished = (file: string, since: number) =>
    /\.(md|markdown)$/i.test(file) && Date.now() - since <= PATIENCE && looksUnfinished(file, textOf(file), readForFrame(folder, file))
  const work = async () => {
    if (isBusy) return wait(PAUSE)
    isBusy = true
    try {
      const ready = [...changed].filter(([file, since]) => !isUnfinished(file, since)).map(([file]) => file)
      for (const file of ready) changed.delete(file)
      if (ready.length > 0 || isInDoubt) {
        isInDoubt = false
        const states = ready.map((file) => [file, stateOf(file)] as const)
        setTimeout(lookBack, SILENCE, states).unref()
        await onChange(ready)
      }
    } catch (cause) {
      // The folder may be gone, for a moment or for good; when it comes back, its files are told of.
      if (existsSync(folder)) throw cause
    } finally {
      isBusy = false
    }
    if (changed.size > 0) wait(LOOK_AGAIN)
  }
  const lookBack = (states: readonly (readonly [file: string, id: string])[]) => {
    const missed = states.filter(([file, id]) => stateOf(file) !== id && !changed.has(file))
    for (const [file] of missed) changed.set(file, Date.now())
    if (missed.length > 0) wait(0)
  }
  watcher.on('all', (_event, file) => {
    const absolute = path.resolve(file)
    if (absolute === folder || !isInside(folder, absolute)) return
    const relative = toSlashes(path.relative(folder, absolute))
    if (!changed.has(relative)) changed.set(relative, Date.now())
    wait(PAUSE)
  })
  // The watcher does not say when it has looked at all files: it has, once it knows no more of them. What has changed by then, it cannot tell.
  const lookAgain = (before: number) => {
    const known = Object.values(watcher.getWatched()).flat().length
    if (known !== before) {
      setTimeout(lookAgain, SETTLING, known).unref()
      return
    }
    isInDoubt = true
    wait(PAUSE)
  }
  let isWatching = false
  return () => {
    if (isWatching) return
    isWatching = true
    watcher.add(folder)
    setTimeout(lookAgain, SETTLING, 0).unref()
  }
}
