import type { ClientBundle, EmittedFile, Site } from '../model.ts'
import { indexPage } from '../pages/index-page.ts'
import { notFoundPage } from '../pages/not-found-page.ts'
import { speakerPage } from '../pages/speaker-page.ts'
import { absoluteUrls, relativeUrls, SPEAKER_PAGE } from '../pages/relative-urls.ts'

export interface OutputContext {
  readonly client: ClientBundle
  /** Path under which the site is published; begins and ends with `/`. */
  readonly base: string
}

type Output = (site: Site, context: OutputContext) => EmittedFile

const brandOf = ({ options }: Site, { client }: OutputContext) => {
  const brand = client.brands[options.brand]
  return brand === undefined ? {} : { brand }
}

/** What a site holds besides the pages of its decks. */
export const outputs: readonly Output[] = [
  (site, context) => ({
    path: 'index.html',
    content: indexPage(site, { urls: relativeUrls('index.html'), client: context.client, ...brandOf(site, context) }),
  }),
  (site, context) => ({
    path: '404.html',
    content: notFoundPage(site, { urls: absoluteUrls(context.base), client: context.client, ...brandOf(site, context) }),
  }),
  (site, { client }) => ({ path: SPEAKER_PAGE, content: speakerPage(site, { urls: relativeUrls(SPEAKER_PAGE), client }) }),
  // GitHub Pages would otherwise leave out what its own generator does not know.
  () => ({ path: '.nojekyll', content: '' }),
]
