import { realpathSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { readManifest } from '../node/package/client-manifest.ts'
import { clientFolder, packageFolder } from '../node/package/package-paths.ts'
import { inputsKey } from './inputs-key.ts'
import { needOwnThemes } from './theme-fault.ts'

export interface BundleInputs {
  /** The package's folder, with `themes` and `src/client`. */
  readonly home: string
  /** The site's own folder of themes, which need not exist. */
  readonly themes?: string
}

/** A hash of everything that a bundle is made of. Throws `ThemeFault` if the themes are outside the site, or too large. */
export function bundleKey(inputs: BundleInputs): string {
  if (inputs.themes !== undefined) needOwnThemes(inputs.themes)
  return inputsKey([sourceOf(inputs), path.join(inputs.home, 'src/core/i18n'), ...themeRootsOf(inputs)])
}

/** Bundles the browser code and all themes into `outDir`, unless the bundle there is complete and has the same inputs. */
export async function bundleClient({ outDir, ...inputs }: BundleInputs & { readonly outDir: string }): Promise<void> {
  const key = bundleKey(inputs)
  const there = readManifest(outDir)
  if (there && 'bundle' in there && there.key === key) return
  // Imported only here, since loading Vite takes longer than the check above.
  const { makeBundle } = await import('./make-bundle.ts')
  await makeBundle({ source: sourceOf(inputs), themeRoots: themeRootsOf(inputs), outDir, key })
}

function sourceOf({ home }: BundleInputs): string {
  return path.join(home, 'src/client')
}

function themeRootsOf({ home, themes }: BundleInputs): string[] {
  return [path.join(home, 'themes'), ...(themes === undefined ? [] : [themes])]
}

// Node.js resolves symbolic links in `import.meta.url`, but not in `process.argv`.
if (process.argv[1] !== undefined && realpathSync.native(process.argv[1]) === realpathSync.native(fileURLToPath(import.meta.url))) {
  await bundleClient({ home: packageFolder, outDir: clientFolder })
}
