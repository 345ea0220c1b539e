import { type FSWatcher, watch } from 'node:fs'
import path from 'node:path'

/** Hears of changes in folders from the system, by one watcher for each. */
export interface FolderWatchers {
  /** Watches these folders and no others: their paths below the root, with the ids that `folderStates` gives. */
  readonly keep: (folders: ReadonlyMap<string, string>) => void
}

/**
 * Calls `onEvent` with the path of each file or folder that is told of: itself, or what it is in where the system does not say.
 * A folder tells of its files by their names. A watcher of a file would lose one that is removed and written again.
 */
export function folderWatchers(root: string, onEvent: (file: string, isRenamed: boolean) => void): FolderWatchers {
  const open = new Map<string, { readonly id: string; readonly watcher: FSWatcher }>()
  const close = (folder: string) => {
    open.get(folder)?.watcher.close()
    open.delete(folder)
  }
  const start = (folder: string, id: string) => {
    try {
      const watcher = watch(path.join(root, folder), (event, name) => {
        if (name?.startsWith('.') !== true) onEvent(path.posix.join(folder, name ?? ''), event === 'rename')
      })
      watcher.on('error', () => close(folder))
      open.set(folder, { id, watcher })
    } catch {
      // The folder is gone, or the system has no watcher left: what changes is found by looking.
    }
  }
  return {
    keep(folders) {
      for (const [folder, { id }] of open) if (folders.get(folder) !== id) close(folder)
      for (const [folder, id] of folders) if (!open.has(folder)) start(folder, id)
    },
  }
}
