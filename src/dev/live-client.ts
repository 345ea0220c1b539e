import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { CLIENT_FOLDER } from '../core/pages/urls.ts'
import type { DiagramRenderer } from '../node/diagrams/open-diagram-renderer.ts'
import { type BundledClient, inlineScript, MANIFEST } from '../node/package/client-bundle.ts'
import { fileState } from '../node/files/file-state.ts'

/** The browser code and themes of the development server, bundled again when they change. */
export interface LiveClient {
  readonly now: () => BundledClient
  /** Why the last bundling failed; the bundle before it stays in use. */
  readonly problem: () => string | undefined
  /** Bundles again; all calls during a run share one more run. */
  readonly renew: () => Promise<void>
  /** Whether the folder still contains the bundle that was read. */
  readonly isIntact: () => boolean
}

/** Starts with `first`; `renew` replaces it with what `bundle` makes, unless that fails. */
export function openLiveClient(first: BundledClient, bundle: () => Promise<BundledClient>): LiveClient {
  let now = withReload(first)
  let problem: string | undefined
  let known = manifestOf(now)
  let running: Promise<void> | undefined
  let next: Promise<void> | undefined
  const run = async () => {
    try {
      now = withReload(await bundle())
      problem = undefined
    } catch (cause) {
      problem = cause instanceof Error ? cause.message : String(cause)
    }
    known = manifestOf(now)
    running = undefined
  }
  const renew = (): Promise<void> => {
    if (!running) return (running = run())
    next ??= running.then(() => {
      next = undefined
      return renew()
    })
    return next
  }
  return { now: () => now, problem: () => problem, renew, isIntact: () => manifestOf(now) === known }
}

// The script that keeps a page up to date is inside the page.
function withReload({ client, clientFolder }: BundledClient): BundledClient {
  return { client: { ...client, reload: inlineScript(readFileSync(path.join(clientFolder, client.dev), 'utf8').trim()) }, clientFolder }
}

const manifestOf = ({ clientFolder }: BundledClient) => fileState(path.join(clientFolder, MANIFEST)).id

/** The file to send for a path below the folder of the browser code; `undefined` if there is none. */
export function clientFile(
  { live, diagramRenderer }: { readonly live: LiveClient; readonly diagramRenderer: DiagramRenderer },
  wanted: string,
): string | undefined {
  const name = wanted.startsWith(`${CLIENT_FOLDER}/`) ? wanted.slice(CLIENT_FOLDER.length + 1) : ''
  if (name === diagramRenderer.script?.name) return diagramRenderer.script.file
  const file = path.join(live.now().clientFolder, name)
  return /^\w[\w.-]*$/.test(name) && name !== MANIFEST && existsSync(file) ? file : undefined
}
