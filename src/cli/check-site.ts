import { SITE_FILE } from '../core/config/site-file.ts'
import { catalogue } from '../core/diagnostics/catalogue.ts'
import type { Diagnostic } from '../core/diagnostics/diagnostic.ts'
import type { OutsideLink } from '../core/model.ts'
import { PADS_LOCK } from '../core/pads/pads-lock.ts'
import { pagePath } from '../core/pages/urls.ts'
import { isIgnored } from '../core/suppressions.ts'
import { reportUnusedPictures } from '../node/assets/unused-pictures.ts'
import type { Chromium } from '../node/chromium/open-chromium.ts'
import { measureLayout } from '../node/chromium/measure-layout.ts'
import { reasonInLine } from '../node/files/system-errors.ts'
import { checkLinks } from '../node/links/check-links.ts'
import type { FormerSite } from '../node/links/read-former-site.ts'
import { isPublicAddress } from '../node/network/public-address.ts'
import { type BuildOptions, type BuiltSite, withTemporarySite } from '../node/site/build-site.ts'
import { checkTemplates } from '../node/site/check-templates.ts'
import { composeSite } from '../node/site/compose-site.ts'
import type { Terminal, VersionedTerminal } from './terminal.ts'
import { cacheFolder } from './cache-folder.ts'
import { reportBarriers } from './report-barriers.ts'
import { reportGone } from './check-former.ts'
import { dayOf } from './day-of.ts'
import { withWorkshop, type Workshop } from './workshop.ts'

export interface CheckSiteOptions {
  /** Path of the only deck to check, relative to the folder. */
  readonly only?: string | undefined
  readonly layout?: true
  /** Runs axe on the slides. */
  readonly a11y?: true
  readonly links?: true
  /** Addresses that the site should still have. */
  readonly formerSite?: FormerSite | undefined
}

/** What is known of a site whose files were not kept. */
export type CheckedSite = Omit<BuiltSite, 'files'>

// In milliseconds: at most two requests a second to one server, a timeout of 15 s, and 10 minutes for the whole check.
const PAUSE = 500
const PATIENCE = 15_000
const LONGEST = 600_000

// The messages about the site that a check of one deck makes itself.
const OF_CHECK: ReadonlySet<string> = new Set(['layout-unchecked', 'accessibility-unchecked', 'links-left'])

/** Composes the decks of a folder, or one of them, without writing them, and if wanted measures their layout, looks for barriers and checks their links and former addresses. */
export async function checkSite(
  folder: string,
  { only, layout, a11y, links, formerSite }: CheckSiteOptions,
  terminal: VersionedTerminal,
): Promise<CheckedSite> {
  return withWorkshop(folder, terminal, async (opened) => {
    const outside: OutsideLink[] = []
    const workshop: Workshop = {
      ...opened,
      ...(links && { onLink: (link) => void outside.push(link) }),
      withoutDrafts: 'marked',
      today: dayOf(new Date()),
      only: only === undefined ? undefined : (file) => file === only,
    }
    const onProgress = (done: number, all: number) => terminal.progress(`checking ${done} of ${all} decks`)
    const checked = layout || a11y ? await measure(workshop, { layout, a11y, onProgress, terminal }) : await compose(workshop, onProgress)
    if (only === undefined) {
      checked.content.diagnostics.push(...(await checkTemplates(checked.content, workshop)))
      reportUnusedPictures(checked.content, checked.decks)
    }
    if (formerSite) reportGone(formerSite, { ...checked, client: workshop.client })
    if (links) await askLinks(outside, checked, terminal)
    return only === undefined ? checked : { ...checked, diagnostics: checked.diagnostics.filter(concernsDecks) }
  })
}

function concernsDecks({ file, severity, code }: Diagnostic): boolean {
  return severity === 'error' || OF_CHECK.has(code) || (file !== SITE_FILE && file !== PADS_LOCK)
}

async function compose(workshop: Workshop, onProgress: BuildOptions['onProgress']): Promise<CheckedSite> {
  const { site, ...composed } = await composeSite(workshop.root, workshop, (_, __, { done, all }) => onProgress(done, all))
  return { ...composed, decks: site.decks }
}

interface Measuring extends Pick<BuildOptions, 'onProgress'>, Pick<CheckSiteOptions, 'layout' | 'a11y'> {
  readonly terminal: Terminal
}

// Layout is measured on a built site.
function measure(workshop: Workshop, { layout, a11y, onProgress, terminal }: Measuring) {
  return withTemporarySite({ ...workshop, withoutFiles: true, onProgress }, async ({ built, folder }) => {
    const opened = { site: folder, chromium: workshop.chromium, terminal }
    if (layout) await reportLayout(built, opened)
    if (a11y) await reportBarriers(built, opened)
    return built
  })
}

function askLinks(outside: readonly OutsideLink[], { content }: CheckedSite, terminal: VersionedTerminal): Promise<void> {
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

/** Reports overfull slides and by how much, except where a comment ignores it. */
export async function reportLayout(
  { decks, content: { read, report } }: Pick<BuiltSite, 'decks' | 'content'>,
  { site, chromium, terminal }: { readonly site: string; readonly chromium: Chromium | undefined; readonly terminal: Terminal },
): Promise<void> {
  if (chromium === undefined) return report('layout-unchecked', { file: SITE_FILE }, 'Chromium was not found')
  terminal.progress('measuring slides in Chromium')
  try {
    const pages = decks.map(({ id }) => pagePath(id))
    const found = await measureLayout(pages, { chromium, site, cache: cacheFolder('layout') })
    for (const { id, path: file, lines } of decks) {
      const full = found.get(pagePath(id)) ?? []
      const source = full.length > 0 ? read(file).document?.source : undefined
      const isSuppressed = source ? isIgnored({ source, starts: lines }) : () => false
      for (const { index, over, size, scrolls } of full) {
        const line = lines[index]
        const { severity } = catalogue['slide-overflow']
        if (isSuppressed({ code: 'slide-overflow', severity, file, line })) continue
        const shown = `at ${size} %${scrolls ? ' of its size, with scrolling' : ' of its size'}`
        report('slide-overflow', { file, line }, `${over}`, shown)
      }
    }
  } catch (cause) {
    report('layout-unchecked', { file: SITE_FILE }, `Chromium did not start: ${reasonInLine(cause)}`)
  }
}
