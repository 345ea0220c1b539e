import { readFileSync } from 'node:fs'
import path from 'node:path'
import type { ClientBundle } from '../core/model.ts'
import { MANIFEST } from '../node/package/client-manifest.ts'
import { fileState } from '../node/files/file-state.ts'
import { inlineScript } from '../node/package/inline-script.ts'

/** The browser code and themes, and the folder that holds their files. */
export interface BundledClient {
  readonly client: ClientBundle
  readonly clientFolder: string
}

/** The browser code and themes that the development server works with, which are bundled again when they change. */
export interface LiveClient {
  readonly now: () => BundledClient
  /** Why the last bundling failed; what was bundled before is kept. */
  readonly problem: () => string | undefined
  /** Bundles again; several calls during one run are answered by one more. */
  readonly renew: () => Promise<void>
  /** The folder is the one that was read. */
  readonly isIntact: () => boolean
}

/** Keeps what `bundle` has made last, beginning with `first`. */
export function keepClient(first: BundledClient, bundle: () => Promise<BundledClient>): LiveClient {
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

// What keeps a page up to date is in the page.
function withReload({ client, clientFolder }: BundledClient): BundledClient {
  return { client: { ...client, reload: inlineScript(readFileSync(path.join(clientFolder, client.dev), 'utf8').trim()) }, clientFolder }
}

const manifestOf = ({ clientFolder }: BundledClient) => fileState(path.join(clientFolder, MANIFEST)).id
