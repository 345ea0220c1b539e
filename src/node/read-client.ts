import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import type { ClientBundle } from '../core/model.ts'

/** The folder of this package. */
export const packageFolder = fileURLToPath(new URL('../../', import.meta.url))

/** Where the bundled browser code and themes of this package stand. */
export const clientFolder = path.join(packageFolder, 'lib/client')

/** File of a bundle that describes it. */
export const MANIFEST = 'manifest.json'

/** Folder below a content root that may hold themes of the site's own. */
export const THEMES = 'themes'

/** The bundle in a folder, or `undefined` where none has been made. */
export function readClient(folder: string): ClientBundle | undefined {
  const manifest = path.join(folder, MANIFEST)
  // Written by the bundling step alone, in this shape.
  return existsSync(manifest) ? (JSON.parse(readFileSync(manifest, 'utf8')) as ClientBundle) : undefined
}
