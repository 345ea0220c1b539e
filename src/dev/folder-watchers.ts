import { type FSWatcher, watch } from 'node:fs'
import path from 'node:path'

/** Receives changes in folders from the system, with one watcher per folder. */
export interface FolderWatchers {
  /** Watches exactly these folders: their paths below the root, with the ids that `folderStates` returns. */
  readonly update: (folders: ReadonlyMap<string, string>) => void
}

/**
 * Calls `onEvent` with the path of each file or folder that has changed, or of its folder if the system does not name it. Only folders
 * are watched: the watcher of a file would lose it when it is removed and written again.
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
      // The folder is gone, or the system is out of watchers: the next scan finds the changes.
    }
  }
  return {
    update(folders) {
      for (const [folder, { id }] of open) if (folders.get(folder) !== id) close(folder)
      for (const [folder, id] of folders) if (!open.has(folder)) start(folder, id)
    },
  }
}
