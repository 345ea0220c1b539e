import { buildSite } from '../node/site/build-site.ts'
import type { BuildOptions, BuiltSite } from '../node/site/build-site.ts'
import { composeInWorker } from '../node/compose/in-worker.ts'
import { checkLinks } from '../node/links/check-links.ts'
import { isPublicAddress } from '../node/links/public-address.ts'
import { composeSite } from '../node/site/compose-site.ts'
import { withTemporaryFolder } from '../node/files/temporary-folder.ts'
import { reportUnusedPictures } from '../node/assets/unused-pictures.ts'
import { cacheFolder } from './cache-folder.ts'
import { clientFor } from './client-for.ts'
import { drawerHere } from './drawer-here.ts'
import { reportLayout } from './report-layout.ts'
import type { Terminal } from './terminal.ts'

export interface CheckSiteOptions {
  readonly layout?: true
  readonly links?: true
}

/** What is known of a site of which nothing is kept. */
export type CheckedSite = Omit<BuiltSite, 'files'>

// In milliseconds: no server is asked more often than twice a second, or waited for longer than 15 s, and a check goes on for 10 minutes at most.
const PAUSE = 500
const PATIENCE = 15_000
const LONGEST = 600_000

/** Composes the decks of a folder, keeps nothing of it but what is said about them, and measures and asks where that is wanted. */
export async function checkSite(
  folder: string,
  { layout, links }: CheckSiteOptions,
  terminal: Terminal & { readonly version: string },
): Promise<CheckedSite> {
  const { client, clientFolder } = await clientFor(folder)
  const drawer = drawerHere()
  const tools = { client, drawer, openComposer: composeInWorker() }
  const onProgress = (done: number, all: number) => terminal.progress(`checking ${done} of ${all} decks`)
  try {
    const seen = layout
      ? await measured({ ...tools, root: folder, clientFolder, base: '/', withoutFiles: true, onProgress }, terminal)
      : await composeSite(folder, tools, (_, __, { done, all }) => onProgress(done, all)).then(({ site, ...loaded }) => ({
          ...loaded,
          decks: site.decks,
        }))
    reportUnusedPictures(seen.content, seen.decks)
    if (links) await askLinks(seen, terminal)
    return seen
  } finally {
    await drawer.close()
  }
}

// The layout is that of a built site, which nobody keeps.
function measured(options: BuildOptions, terminal: Terminal): Promise<CheckedSite> {
  return withTemporaryFolder(async (staging) => {
    const built = await buildSite(options, { staging })
    await reportLayout(built, staging, terminal)
    return built
  })
}

function askLinks({ outside, content }: CheckedSite, terminal: Terminal & { readonly version: string }): Promise<void> {
  return checkLinks(outside, content.report, {
    agent: `hedgerow/${terminal.version} (checks links)`,
    isAllowed: isPublicAddress,
    cache: cacheFolder('links'),
    now: Date.now(),
    pause: PAUSE,
    patience: PATIENCE,
    longest: LONGEST,
    passed: content.options.uncheckedLinks,
    onProgress: (done, all) => terminal.progress(`asking ${done} of ${all} addresses`),
  })
}
