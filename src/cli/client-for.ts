import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import path from 'node:path'
import type { ClientBundle } from '../core/model.ts'
import { clientFolder, packageFolder, readClient, THEMES } from '../node/read-client.ts'
import { cacheFolder } from './cache-folder.ts'

/**
 * The browser code and themes for a site. The package brings them; a site with themes of its own has them bundled once
 * and kept by content, outside the site.
 */
export async function clientFor(folder: string): Promise<{ client: ClientBundle; clientFolder: string }> {
  const themes = path.join(folder, THEMES)
  const own = existsSync(themes)
  const outDir = own ? cacheFolder(nameOf(path.resolve(folder))) : clientFolder
  const ready = own ? undefined : readClient(outDir)
  if (ready) return { client: ready, clientFolder: outDir }
  const { bundleClient } = await import('../vite/bundle-client.ts')
  await bundleClient({ home: packageFolder, outDir, ...(own ? { themes } : {}) })
  const client = readClient(outDir)
  if (!client) throw new Error('the browser code could not be bundled')
  return { client, clientFolder: outDir }
}

function nameOf(site: string): string {
  return createHash('sha256').update(site).digest('hex').slice(0, 16)
}
