import { existsSync } from 'node:fs'
import { homedir } from 'node:os'
import path from 'node:path'

/** Folder in which something is kept from one run to the next: among the packages of the project, else in the user's cache. */
export function cacheFolder(name: string): string {
  const beside = path.resolve('node_modules')
  const cache = existsSync(beside) ? path.join(beside, '.cache') : (process.env['XDG_CACHE_HOME'] ?? path.join(homedir(), '.cache'))
  return path.join(cache, 'hedgerow', name)
}
