import { existsSync } from 'node:fs'
import path from 'node:path'
import { CLIENT_FOLDER } from '../core/pages/relative-urls.ts'
import type { DiagramRenderer } from '../node/diagrams/open-diagram-renderer.ts'
import { withFileInside } from '../node/files/read-inside.ts'
import type { LiveClient } from './keep-client.ts'

/** Path of a picture to send; `undefined` if it has become something else since its deck was made, a link out of the folder for example. */
export function assetFile(root: string, wanted: string): string | undefined {
  try {
    return withFileInside(root, wanted, () => path.join(root, wanted))
  } catch {
    return undefined
  }
}

/** Path of a file of the browser's part to send; `undefined` if there is none of that name. */
export function clientFile(
  { live, drawer }: { readonly live: LiveClient; readonly drawer: DiagramRenderer },
  wanted: string,
): string | undefined {
  const name = wanted.startsWith(`${CLIENT_FOLDER}/`) ? wanted.slice(CLIENT_FOLDER.length + 1) : ''
  if (name === drawer.script?.name) return drawer.script.file
  const file = path.join(live.now().clientFolder, name)
  // Also what themes bring along; not what describes the bundle.
  return /^\w[\w.-]*\.(js|css|woff2?|ttf|otf|svg|png|jpe?g|gif|webp|avif)$/i.test(name) && existsSync(file) ? file : undefined
}
