import { existsSync, readdirSync, realpathSync } from 'node:fs'
import path from 'node:path'
import { deserialize, serialize } from 'node:v8'
import { caches, openCache } from '../cache.ts'
import { OUTPUT_MARK } from '../content/discover.ts'
import { resolveTarget } from '../files/paths.ts'
import { type FilesState, stateOfFiles } from '../files/states-of-files.ts'
import { isSystemFile } from '../files/system-files.ts'
import { filesBelow } from './write-site.ts'

/** A site that is to be built, and what tells whether it is there already. */
export interface RememberedSite {
  /** Folder of the cache; need not exist. */
  readonly cache: string
  /** Folder of decks. */
  readonly root: string
  /** Folder of the site. */
  readonly out: string
  /** All else that the site depends on, such as the code and what the command was told. */
  readonly told: readonly string[]
}

/** Remembers what was said of a site when it was published. */
export interface SiteMemory<Facts> {
  /** What was said, if no file of the folder or of the site has been written since: the same would be published again. */
  readonly recall: () => Facts | undefined
  /** Remembers it, unless a file has changed so recently that it may change again unnoticed. Facts must be plain data. */
  readonly remember: (facts: Facts) => void
}

interface Entry<Facts> {
  /** Digests of the states of files, those of the site as they were once it was in its place. */
  readonly before: string
  readonly after: string
  readonly facts: Facts
}

/** Opens the memory of a site. It looks at the folder now, before anything of it is read; it never fails. */
export function openSiteMemory<Facts>({ cache: folder, root, out, told }: RememberedSite): SiteMemory<Facts> {
  const cache = openCache(folder, caches.sites)
  const before = attempt(() => stateOfFiles(root, filesRead(root)))
  const target = attempt(() => resolveTarget(out))
  const key = ['site', attempt(() => realpathSync.native(root)) ?? root, target ?? out, ...told]
  return {
    recall() {
      const bytes = before && target !== undefined && existsSync(target) ? cache.read(key) : undefined
      // The cache has compared the bytes with their digest: this version wrote them, as its key says.
      const entry = bytes && (deserialize(bytes) as Entry<Facts>)
      return entry?.before === before?.digest && entry?.after === stateOfSite(target)?.digest ? entry?.facts : undefined
    },
    remember(facts) {
      const after = stateOfSite(target)
      if (!before || before.isYoung || !after) return
      cache.write(key, serialize({ before: before.digest, after: after.digest, facts } satisfies Entry<Facts>))
    },
  }
}

function stateOfSite(target: string | undefined): FilesState | undefined {
  return target === undefined ? undefined : attempt(() => stateOfFiles(target, filesBelow(target)))
}

// All that `discover` enters, and more than what is read of it.
function filesRead(root: string, folder = ''): readonly string[] {
  const entries = readdirSync(path.join(root, folder), { withFileTypes: true })
  if (entries.some(({ name }) => name === OUTPUT_MARK)) return []
  return entries.flatMap((entry) => {
    if (entry.name.startsWith('.') || entry.name === 'node_modules' || isSystemFile(entry.name)) return []
    const file = folder === '' ? entry.name : `${folder}/${entry.name}`
    return entry.isDirectory() ? filesRead(root, file) : [file]
  })
}

function attempt<T>(work: () => T): T | undefined {
  try {
    return work()
  } catch {
    return undefined
  }
}
