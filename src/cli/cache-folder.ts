import { existsSync } from 'node:fs'
import { homedir } from 'node:os'
import path from 'node:path'
import type { caches } from '../node/cache.ts'
import { packageFolder } from '../node/package/package-paths.ts'

/** The folder for a cache, or for bundles with themes of a site (`clients`, see `src/bundle/bundle-cache.ts`): in the packages of the project, else in the user's cache folder. Never in the current folder. */
export function cacheFolder(name: keyof typeof caches | 'clients'): string {
  const beside = path.resolve('node_modules')
  return path.join(existsSync(beside) ? path.join(beside, '.cache') : userCache(process.env), 'hedgerow', name)
}

/** The user's cache folder. By the XDG specification, a variable that is empty or relative counts as unset. */
export function userCache(env: Readonly<Record<string, string | undefined>>): string {
  const named = env['XDG_CACHE_HOME'] ?? ''
  if (path.isAbsolute(named)) return named
  const home = homeFolder()
  // A user without a home, as in some containers: the cache is with the program, if that can be written to.
  return path.join(path.isAbsolute(home) ? home : path.join(packageFolder, 'node_modules'), '.cache')
}

function homeFolder(): string {
  try {
    return homedir()
  } catch {
    return ''
  }
}
