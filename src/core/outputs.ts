import type { ClientBundle, Site } from './model.ts'
import { indexPage } from './pages/index/index-page.ts'
import { notFoundPage } from './pages/not-found-page.ts'
import { speakerPage } from './pages/speaker-page.ts'
import { absoluteUrls, INDEX_PAGE, NOT_FOUND_PAGE, relativeUrls, SPEAKER_PAGE } from './pages/relative-urls.ts'

export interface OutputContext {
  readonly client: ClientBundle
  /** Path under which the site is published; begins and ends with `/`. */
  readonly base: string
}

interface Output {
  /** Its path in the site. */
  readonly path: string
  readonly content: (site: Site, context: OutputContext) => string
}

const brandOf = ({ options }: Site, { client }: OutputContext) => {
  const brand = client.brands[options.brand]
  return brand === undefined ? {} : { brand }
}

/** What a site holds besides the pages of its decks; the index alone shows these. */
export const outputs: readonly Output[] = [
  {
    path: INDEX_PAGE,
    content: (site, context) => indexPage(site, { urls: relativeUrls(INDEX_PAGE), client: context.client, ...brandOf(site, context) }),
  },
  {
    path: NOT_FOUND_PAGE,
    content: (site, context) => notFoundPage(site, { urls: absoluteUrls(context.base), client: context.client, ...brandOf(site, context) }),
  },
  { path: SPEAKER_PAGE, content: (site, { client }) => speakerPage(site, { urls: relativeUrls(SPEAKER_PAGE), client }) },
  // GitHub Pages would otherwise leave out what its own generator does not know.
  { path: '.nojekyll', content: () => '' },
]
