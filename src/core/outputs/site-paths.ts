import type { Site } from '../model.ts'
import { deckPaths } from './outputs-of-deck.ts'
import type { SiteContext } from './site-output.ts'
import { siteOutputs } from './site-outputs.ts'

/** The paths of all files of a site but those of the client bundle: its pages, its decks with their downloads, and the files that decks show. */
export function sitePaths(site: Site, context: SiteContext): ReadonlySet<string> {
  const { options, decks } = site
  const paths = new Set(decks.flatMap(({ id, assets }) => [...deckPaths(id, options), ...assets]).map((path) => path.normalize('NFC')))
  for (const output of siteOutputs) {
    if (output.stage !== 'pages' || !output.isWanted(options)) continue
    for (const { path } of output.make(site, context)) paths.add(path.normalize('NFC'))
  }
  return paths
}
