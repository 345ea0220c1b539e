import { existsSync, readFileSync, realpathSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { clientFolder, packageFolder } from '../node/read-client.ts'
import { inputsKey } from './inputs-key.ts'

export interface BundleOptions {
  /** The package's folder, which holds `themes`, and `src/client` or what was bundled from it. */
  readonly home: string
  /** A folder of themes of the site's own, which may be missing. */
  readonly themes?: string
  readonly outDir: string
}

/** Bundles the browser code and all themes into `outDir`, unless what is there was made of the same inputs. */
export async function bundleClient({ home, themes, outDir }: BundleOptions): Promise<void> {
  const source = path.join(home, 'src/client')
  const themeRoots = [path.join(home, 'themes'), ...(themes === undefined ? [] : [themes])]
  const key = inputsKey([source, path.join(home, 'src/core/words'), ...themeRoots])
  if (keyOf(outDir) === key) return
  // Only here, since vite alone takes longer to load than the check above.
  const { makeBundle } = await import('./make-bundle.ts')
  await makeBundle({ source, themeRoots, outDir, key })
}

function keyOf(folder: string): string | undefined {
  const manifest = path.join(folder, 'manifest.json')
  // Written by makeBundle alone.
  return existsSync(manifest) ? (JSON.parse(readFileSync(manifest, 'utf8')) as { key?: string }).key : undefined
}

// Node.js resolves links in the one, and the shell's path stands in the other.
if (process.argv[1] !== undefined && realpathSync.native(process.argv[1]) === realpathSync.native(fileURLToPath(import.meta.url))) {
  await bundleClient({ home: packageFolder, outDir: clientFolder })
}
