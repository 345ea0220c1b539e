import { type BuildOptions, type BuiltSite, withTemporarySite } from '../node/site/build-site.ts'
import { checkLinks } from '../node/links/check-links.ts'
import { isPublicAddress } from '../node/links/public-address.ts'
import { composeSite } from '../node/site/compose-site.ts'
import { reportUnusedPictures } from '../node/assets/unused-pictures.ts'
import { cacheFolder } from './cache-folder.ts'
import { reportLayout } from './report-layout.ts'
import type { Terminal } from './terminal.ts'
import { withWorkshop, type Workshop } from './workshop.ts'

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
  return withWorkshop(folder, terminal, async (workshop) => {
    const onProgress = (done: number, all: number) => terminal.progress(`checking ${done} of ${all} decks`)
    const checked = layout ? await measure(workshop, { onProgress, terminal }) : await compose(workshop, onProgress)
    reportUnusedPictures(checked.content, checked.decks)
    if (links) await askLinks(checked, terminal)
    return checked
  })
}

async function compose(workshop: Workshop, onProgress: BuildOptions['onProgress']): Promise<CheckedSite> {
  const { site, ...composed } = await composeSite(workshop.root, workshop, (_, __, { done, all }) => onProgress(done, all))
  return { ...composed, decks: site.decks }
}

// The layout is that of a built site.
function measure(workshop: Workshop, { onProgress, terminal }: Pick<BuildOptions, 'onProgress'> & { terminal: Terminal }) {
  return withTemporarySite({ ...workshop, withoutFiles: true, onProgress }, async ({ built, folder }) => {
    await reportLayout(built, folder, terminal)
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
    onProgress: (done, all) => terminal.progress(`checking ${done} of ${all} links`),
  })
}
