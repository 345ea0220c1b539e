import { openDocument } from '../core/deck/open-document.ts'
import { isMarkdown } from '../core/files.ts'
import { readForFrame, withLineFeeds } from '../node/files/read-file.ts'
import { folderStates, type FolderStates, hasAged, kindOf, stateOf } from './folder-states.ts'
import { folderWatchers } from './folder-watchers.ts'

// In milliseconds. Editors save in several steps that follow each other closely.
const PAUSE = 4
const LOOK_AGAIN = 60
const PATIENCE = 300
// While an image is copied, the system reports each part that is written.
const QUIET = 50
// All files are looked at this often, and for no more than this share of the time.
const EVERY = 1000
const SHARE = 1 / 20

interface Watched {
  readonly root: string
  /** The text of a deck when it was read last. */
  readonly textOf: (file: string) => string | undefined
  /** Gets the files that have changed, relative to the root; none where it is not known which. */
  readonly onChange: (files: readonly string[]) => Promise<void>
}

export interface Watch {
  readonly start: () => void
  readonly stop: () => void
}

/** When a file was told of first and last, since that was passed on. */
interface Told {
  readonly first: number
  readonly last: number
}

/**
 * Watches a content root once it is started: to look at ten thousand files takes a moment. The system tells of a change at once, but may lose one,
 * and knows nothing of a root that goes and comes back; so all files are looked at from time to time, too.
 * A file that looks half-written is waited for, for a moment.
 */
export function watchFolder({ root, textOf, onChange }: Watched): Watch {
  const changed = new Map<string, Told>()
  let seen = new Map<string, string>()
  let folders: FolderStates['folders'] | undefined
  let hasLooked = false
  let isInDoubt = false
  let isBusy = false
  let isLooking = false
  let isStopped = false
  const soon = openTimer(() => void work())
  const later = openTimer(() => void look())

  const textNow = (file: string) => {
    const text = readForFrame(root, file)
    return text === undefined ? undefined : withLineFeeds(text)
  }
  const isUnfinished = (file: string, { first, last }: Told) => {
    if (Date.now() - first > PATIENCE) return false
    return isMarkdown(file) ? looksUnfinished(file, textOf(file), textNow(file)) : Date.now() - last < QUIET
  }
  const note = (file: string) => {
    const now = Date.now()
    changed.set(file, { first: changed.get(file)?.first ?? now, last: now })
    soon.within(PAUSE)
  }

  const work = async () => {
    if (isBusy) return soon.within(PAUSE)
    isBusy = true
    const ready = [...changed].filter(([file, told]) => !isUnfinished(file, told)).map(([file]) => file)
    for (const file of ready) {
      changed.delete(file)
      seen.set(file, stateOf(root, file))
    }
    try {
      const isWanted = ready.length > 0 || isInDoubt
      isInDoubt = false
      if (isWanted) await onChange(ready)
    } catch {
      // The page shows the error. The next scan reports these files again.
      for (const file of ready) seen.delete(file)
      isInDoubt = true
    } finally {
      isBusy = false
    }
    return changed.size > 0 && !isStopped ? soon.within(LOOK_AGAIN) : undefined
  }

  const watchers = folderWatchers(root, (file, isRenamed) => {
    const kind = kindOf(root, file)
    if (kind === 'file' || seen.has(file)) return note(file)
    // After a folder was added, removed or replaced, there may be files that no event named.
    return isRenamed && (kind === 'folder' || folders?.has(file)) ? later.within(PAUSE) : undefined
  })

  const look = async () => {
    if (isLooking) return later.within(PAUSE)
    isLooking = true
    const began = performance.now()
    const now = await folderStates(root)
    isLooking = false
    if (isStopped) return undefined
    watchers.keep(now?.folders ?? new Map())
    // The first time, and where the root has gone or come.
    isInDoubt ||= !hasLooked || (now === undefined) !== (folders === undefined)
    if (now && hasLooked) compare(now.files)
    else if (now) seen = new Map(now.files)
    hasLooked = true
    folders = now?.folders
    if (isInDoubt) soon.within(PAUSE)
    return later.within(Math.max(EVERY, (performance.now() - began) / SHARE))
  }
  const compare = (now: FolderStates['files']) => {
    for (const file of new Set([...seen.keys(), ...now.keys()])) {
      const [before, state] = [seen.get(file) ?? '', now.get(file) ?? '']
      if (before === state || changed.has(file)) continue
      const isSame = hasAged(before, state) && (!isMarkdown(file) || textOf(file) === undefined || textOf(file) === textNow(file))
      if (!isSame) note(file)
      else seen.set(file, state)
    }
  }

  return {
    start() {
      if (!hasLooked && !isStopped) later.within(0)
    },
    stop() {
      isStopped = true
      soon.stop()
      later.stop()
      watchers.keep(new Map())
    },
  }
}

/**
 * Whether a file looks as if an editor were in the middle of saving it: it is gone, empty, a beginning of what it was,
 * or its front matter, which could be read before, cannot be read now.
 */
export function looksUnfinished(path: string, before: string | undefined, now: string | undefined): boolean {
  if (before === undefined || before === now) return false
  if (now === undefined || now.trim() === '' || before.startsWith(now)) return true
  return !isReadable(path, now) && isReadable(path, before)
}

function isReadable(path: string, text: string): boolean {
  let isFine = true
  const { frontMatter } = openDocument({ path, text }, (code) => {
    if (code.startsWith('front-matter')) isFine = false
  })
  return isFine && !frontMatter.failed
}

interface Timer {
  /** Goes off after this time, or before where that has been asked for already. */
  readonly within: (milliseconds: number) => void
  readonly stop: () => void
}

/** A timer that goes off at the earliest of the times that it was set to. */
function openTimer(onTime: () => void): Timer {
  let due = Infinity
  let timer: NodeJS.Timeout | undefined
  return {
    within(milliseconds) {
      if (Date.now() + milliseconds >= due) return
      clearTimeout(timer)
      due = Date.now() + milliseconds
      timer = setTimeout(() => {
        due = Infinity
        onTime()
      }, milliseconds).unref()
    },
    stop() {
      clearTimeout(timer)
    },
  }
}
