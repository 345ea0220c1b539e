import { SITE_FILE } from '../core/config/read-site-options.ts'
import { aliasPath } from '../core/deck/alias-path.ts'
import type { ClientBundle, DeckSummary, Site } from '../core/model.ts'
import { formerPaths, gonePaths } from '../core/outputs/former-paths.ts'
import { likelyDeck } from '../core/outputs/likely-deck.ts'
import { siteOutputsFor } from '../core/outputs/site-outputs.ts'
import { sitePaths } from '../core/outputs/site-paths.ts'
import { encodePath, pagePath } from '../core/pages/urls.ts'
import type { Content } from '../node/content/read-content.ts'
import { type FormerSite, readFormerSite } from '../node/links/read-former-site.ts'
import { UsageError } from './usage.ts'

/** The former site that `--former` names. Throws `UsageError`. */
export function needFormerSite(target: string): FormerSite {
  const former = readFormerSite(target)
  if (!former) throw new UsageError(`--former must be a file or folder that exists; got "${target}"`)
  if (former.addresses.length > 0) return former
  throw new UsageError(`--former must be a folder with pages, a sitemap, or a text file with one address per line; got "${target}"`)
}

interface PresentSite {
  readonly content: Content
  readonly decks: readonly DeckSummary[]
  readonly client: ClientBundle
}

/** Reports the addresses of a former site at which the present one has no page, and the deck that each most likely belongs to. */
export function reportGone(former: FormerSite, { content, decks: all, client }: PresentSite): void {
  const { options, report, tree, pads } = content
  const { paths, elsewhere } = formerPaths(former.addresses, options.url)
  if (elsewhere > 0) report('addresses-elsewhere', { file: SITE_FILE }, `${elsewhere}`, options.url ?? 'the site')
  // A draft is not published.
  const decks = all.filter(({ isDraft }) => !isDraft)
  const site: Site = { options, decks, files: tree.files, pads }
  const known = { decks, former: new Set(paths), mayIncludePresent: former.isList }
  for (const path of gonePaths(paths, sitePaths(site, { client, base: '/' }))) {
    const address = `/${encodePath(path)}`
    const draft = all.find(({ id, isDraft }) => isDraft && pagePath(id) === path)
    if (!draft && !isForAlias(address, site)) {
      report('address-lost', { file: SITE_FILE }, address)
      continue
    }
    const likely = draft ? undefined : likelyDeck({ path, title: former.titleOf(path) }, known)
    const deck = draft ?? likely
    const place = deck ? { file: deck.path, line: 1 } : { file: SITE_FILE }
    report('address-gone', place, address, [...(likely?.aliases ?? []).map(quote), address].join(', '), ownerOf(draft, likely))
  }
}

function isForAlias(address: string, { options }: Site): boolean {
  const page = aliasPath(address)
  return page !== undefined && siteOutputsFor(page, options).length === 0
}

function ownerOf(draft: DeckSummary | undefined, likely: DeckSummary | undefined): string {
  if (likely) return 'this deck, if it is the same under a new name'
  return draft ? 'the deck that takes its place, or publish this draft' : 'the deck that takes its place'
}

// For a list in YAML.
function quote(alias: string): string {
  return /^[\w./%-]+$/.test(alias) ? alias : JSON.stringify(alias)
}
