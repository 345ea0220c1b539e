import { lstatSync, mkdirSync, mkdtempSync, rmSync, utimesSync } from 'node:fs'
import path from 'node:path'
import type { ClientBundle } from '../core/model.ts'
import { readClientBundle, readManifest } from '../node/package/client-bundle.ts'
import { clientFolder, packageFolder, THEMES } from '../node/package/package-paths.ts'
import { openTemporaryFolder } from '../node/files/temporary-folder.ts'
import { cacheFolder } from './cache-folder.ts'

interface Client {
  readonly client: ClientBundle
  readonly clientFolder: string
}

/**
 * The browser code and themes for a site. They come with the package; for a site with themes of its own they are bundled once, and cached by
 * content outside the site.
 */
export async function clientFor(folder: string): Promise<Client> {
  const themes = path.join(folder, THEMES)
  return isFolder(themes) ? withThemes(themes, cacheFolder('clients')) : ofPackage(clientFolder)
}

// A link, which the bundler refuses if it leads out of the folder, counts as one.
function isFolder(file: string): boolean {
  const stat = lstatSync(file, { throwIfNoEntry: false })
  return stat !== undefined && (stat.isDirectory() || stat.isSymbolicLink())
}

/** The bundle of the package with a folder of themes, from the cache if it is there and whole. */
export async function withThemes(themes: string, cache: string): Promise<Client> {
  const { bundleClient, bundleKey } = await import('../bundle/bundle-client.ts')
  const inputs = { home: packageFolder, themes }
  const key = bundleKey(inputs)
  const cached = path.join(cache, key)
  const known = readClientBundle(cached)
  if (known) {
    markUsed(cached)
    return { client: known, clientFolder: cached }
  }
  // Without a cache the bundle lasts as long as the process.
  const outDir = isWritable(cache) ? cached : path.join(openTemporaryFolder().path, key)
  await bundleClient({ ...inputs, outDir })
  const client = readClientBundle(outDir)
  if (!client) throw new Error(`the themes in ${themes} could not be bundled; start it again`)
  return { client, clientFolder: outDir }
}

/** The bundle that comes with the package. */
export async function ofPackage(folder: string): Promise<Client> {
  const found = readManifest(folder)
  if (found && 'broken' in found) throw new Error(`${found.broken} is damaged; install Hedgerow again`)
  if (found) return { client: found.bundle, clientFolder: folder }
  const { bundleClient } = await import('../bundle/bundle-client.ts')
  await bundleClient({ home: packageFolder, outDir: folder })
  return ofPackage(folder)
}

// Bundles that were not used for long are removed.
function markUsed(folder: string): void {
  try {
    const now = Date.now() / 1000
    utimesSync(folder, now, now)
  } catch {
    // It belongs to another user, who keeps it.
  }
}

function isWritable(folder: string): boolean {
  try {
    mkdirSync(folder, { recursive: true })
    rmSync(mkdtempSync(path.join(folder, 'test-')), { recursive: true })
    return true
  } catch {
    return false
  }
}
