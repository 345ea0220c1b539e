import type { Site } from '../model.ts'
import { sourcePath } from '../pages/urls.ts'
import { deckPaths } from './outputs-of-deck.ts'
import type { SiteContext } from './site-output.ts'
import { siteOutputs } from './site-outputs.ts'

/** The paths of all files of a site but those of the client bundle: its pages, its decks with their downloads, and the files that decks show. */
export function sitePaths(site: Site, context: SiteContext): ReadonlySet<string> {
  const { options, decks } = site
  const held = decks.flatMap(({ id, assets, isWithoutSource }) => {
    const own = deckPaths(id, options).filter((path) => !isWithoutSource || path !== sourcePath(id))
    return [...own, ...assets]
  })
  const paths = new Set(held.map((path) => path.normalize('NFC')))
  for (const output of siteOutputs) {
    if (output.stage !== 'pages' || !output.isWanted(options)) continue
    // Made only for their paths: what makes the pages of tags, series and aliases is all that knows which there are.
    for (const { path } of output.make(site, context)) paths.add(path.normalize('NFC'))
  }
  return paths
}
