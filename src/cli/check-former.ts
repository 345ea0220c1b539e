import { SITE_FILE } from '../core/config/site-file.ts'
import { aliasPath } from '../core/deck/alias-path.ts'
import type { ClientBundle, DeckSummary, Site } from '../core/model.ts'
import { foldersOf } from '../core/outputs/folders-of.ts'
import { formerPaths } from '../core/outputs/former-paths.ts'
import { gonePaths } from '../core/outputs/gone-paths.ts'
import { likelyDeck } from '../core/outputs/likely-deck.ts'
import { isReserved } from '../core/outputs/site-outputs.ts'
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
  readonly content: Pick<Content, 'options' | 'report' | 'tree' | 'pads' | 'drafts'>
  readonly decks: readonly DeckSummary[]
  readonly client: ClientBundle
}

/** Reports the addresses of a former site at which the present one has no page, and the deck that each most likely belongs to. */
export function reportGone(former: FormerSite, { content, decks: all, client }: PresentSite): void {
  const { options, report, tree, pads } = content
  const { paths, elsewhere } = formerPaths(former.addresses, options.url)
  if (elsewhere > 0) report('addresses-elsewhere', { file: SITE_FILE }, `${elsewhere}`, options.url ?? 'the site')
  const leftOut = new Set(content.drafts)
  const decks = all.filter((deck) => !leftOut.has(deck.path))
  // Paths do not depend on details.
  const site: Site = { options, decks, detailsOf: () => ({}), files: tree.files, pads }
  const known = { decks, former: new Set(paths), mayIncludePresent: former.isList }
  for (const path of gonePaths(paths, sitePaths(site, { client, base: '/' }))) {
    const address = `/${encodePath(path)}`
    const owner = all.find((deck) => leftOut.has(deck.path) && pagePath(deck.id) === path)
    if (!owner && !isForAlias(address, site)) {
      report('address-lost', { file: SITE_FILE }, address)
      continue
    }
    const likely = owner ? undefined : likelyDeck({ path, title: former.titleOf(path) }, known)
    const deck = owner ?? likely
    const place = deck ? { file: deck.path, line: 1 } : { file: SITE_FILE }
    report('address-gone', place, address, nameDeck(owner, likely))
  }
}

function isForAlias(address: string, { options }: Site): boolean {
  const page = aliasPath(address)
  return page !== undefined && ![page, ...foldersOf(page)].some((path) => isReserved(path, options))
}

// Where the alias belongs. `owner` has the address, but a build leaves it out.
function nameDeck(owner: DeckSummary | undefined, likely: DeckSummary | undefined): string {
  if (likely) return 'this deck, if it is the same under a new name'
  return owner ? 'the deck that takes its place, or publish this deck' : 'the deck that takes its place'
}
