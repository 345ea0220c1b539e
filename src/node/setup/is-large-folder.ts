import { type Dirent, readdirSync } from 'node:fs'
import path from 'node:path'

// More than ten thousand decks with their images.
const MOST = 50_000

/** Whether more files and folders are below a folder than a folder of decks has: a home folder, or a whole disk. */
export function isLargeFolder(folder: string, most = MOST): boolean {
  const open = [folder]
  let count = 0
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    for (const entry of entriesOf(next)) {
      if (entry.name.startsWith('.') || entry.name === 'node_modules') continue
      count += 1
      if (count > most) return true
      if (entry.isDirectory()) open.push(path.join(next, entry.name))
    }
  }
  return false
}

function entriesOf(folder: string): readonly Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true })
  } catch {
    // What cannot be read is not counted.
    return []
  }
}
