import { openDocument } from '../core/deck/open-document.ts'
import { isMarkdown } from '../core/files.ts'
import { readForFrame, withLineFeeds } from '../node/files/read-file.ts'
import { folderStates, type FolderStates, hasAged, kindOf, stateOf } from './watched-files.ts'
import { folderWatchers } from './folder-watchers.ts'

// In milliseconds. Editors save in several steps that follow each other closely.
const PAUSE = 4
const RETRY = 60
const PATIENCE = 300
// While an image is being copied, the system reports each part that is written.
const QUIET = 50
// All files are scanned this often, but for no more than this share of the time.
const EVERY = 1000
const SHARE = 1 / 20

interface Watched {
  readonly root: string
  /** The text of a deck when it was last read. */
  readonly textOf: (file: string) => string | undefined
  /** Receives the files that have changed, relative to the root; none if it is unknown which. */
  readonly onChange: (files: readonly string[]) => Promise<void>
}

export interface Watch {
  readonly start: () => void
  readonly stop: () => void
}

/** When a change of a file that was not passed on yet was first and last reported. */
interface Reported {
  readonly first: number
  readonly last: number
}

/**
 * Watches a content root from `start` on, since scanning ten thousand files takes a moment. The system reports changes at once, but may lose
 * some, and does not notice a root that is removed and restored; so all files are also scanned regularly. A file that looks half-written
 * is reported a moment later.
 */
export function watchFolder({ root, textOf, onChange }: Watched): Watch {
  const changed = new Map<string, Reported>()
  let seen = new Map<string, string>()
  let folders: FolderStates['folders'] | undefined
  let hasScanned = false
  let isInDoubt = false
  let isBusy = false
  let isScanning = false
  let isStopped = false
  const soon = openTimer(() => void flush())
  const nextScan = openTimer(() => void scan())

  const textNow = (file: string) => {
    const text = readForFrame(root, file)
    return text === undefined ? undefined : withLineFeeds(text)
  }
  const isUnfinished = (file: string, { first, last }: Reported) => {
    if (Date.now() - first > PATIENCE) return false
    return isMarkdown(file) ? looksUnfinished(file, textOf(file), textNow(file)) : Date.now() - last < QUIET
  }
  const addChange = (file: string) => {
    const now = Date.now()
    changed.set(file, { first: changed.get(file)?.first ?? now, last: now })
    soon.within(PAUSE)
  }

  const flush = async () => {
    if (isBusy) return soon.within(PAUSE)
    isBusy = true
    const ready = [...changed].filter(([file, reported]) => !isUnfinished(file, reported)).map(([file]) => file)
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
    return changed.size > 0 && !isStopped ? soon.within(RETRY) : undefined
  }

  const watchers = folderWatchers(root, (file, isRenamed) => {
    const kind = kindOf(root, file)
    if (kind === 'file' || seen.has(file)) return addChange(file)
    // After a folder was added, removed or replaced, some files may have changed without an event.
    return isRenamed && (kind === 'folder' || folders?.has(file)) ? nextScan.within(PAUSE) : undefined
  })

  const scan = async () => {
    if (isScanning) return nextScan.within(PAUSE)
    isScanning = true
    const began = performance.now()
    const now = await folderStates(root)
    isScanning = false
    if (isStopped) return undefined
    watchers.update(now?.folders ?? new Map())
    // On the first scan, and after the root was removed or restored.
    isInDoubt ||= !hasScanned || (now === undefined) !== (folders === undefined)
    if (now && hasScanned) compare(now.files)
    else if (now) seen = new Map(now.files)
    hasScanned = true
    folders = now?.folders
    if (isInDoubt) soon.within(PAUSE)
    return nextScan.within(Math.max(EVERY, (performance.now() - began) / SHARE))
  }
  const compare = (now: FolderStates['files']) => {
    for (const file of new Set([...seen.keys(), ...now.keys()])) {
      const [before, state] = [seen.get(file) ?? '', now.get(file) ?? '']
      if (before === state || changed.has(file)) continue
      const isSame = hasAged(before, state) && (!isMarkdown(file) || textOf(file) === undefined || textOf(file) === textNow(file))
      if (!isSame) addChange(file)
      else seen.set(file, state)
    }
  }

  return {
    start() {
      if (!hasScanned && !isStopped) nextScan.within(0)
    },
    stop() {
      isStopped = true
      soon.stop()
      nextScan.stop()
      watchers.update(new Map())
    },
  }
}

/**
 * Whether a file looks as if an editor were in the middle of saving it: it is missing, empty, cut off, or its front matter can no longer be read.
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
  /** Fires after this time, or earlier if that was already requested. */
  readonly within: (milliseconds: number) => void
  readonly stop: () => void
}

/** A timer that fires at the earliest of the times that were requested. */
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
