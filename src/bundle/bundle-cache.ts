import { mkdirSync, mkdtempSync, rmSync, utimesSync } from 'node:fs'
import path from 'node:path'
import { openTemporaryFolder } from '../node/files/temporary-folder.ts'
import { type BundledClient, readClientBundle } from '../node/package/client-bundle.ts'
import { packageFolder } from '../node/package/package-paths.ts'

/** The bundle of the package with a folder of themes, from the cache if it is there and whole. */
export async function withThemes(themes: string, cache: string): Promise<BundledClient> {
  const { bundleClient, bundleKey } = await import('./bundle-client.ts')
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
  if (!client) throw new Error(`the themes in ${themes} could not be bundled; run the command again`)
  return { client, clientFolder: outDir }
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
