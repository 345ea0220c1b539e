import { flag, list, pattern, text } from './schema.ts'
import type { Values } from './schema.ts'

const address = (doc: string) =>
  pattern(
    'a URL that starts with https://, http:// or mailto:, or a path that starts with / or ./',
    /^(https?:\/\/|mailto:|\/|\.\/)\S{1,2000}$/,
    undefined,
    doc,
  )

/** The options of `site.yaml`. */
export const siteSchema = {
  title: text('Slides', 'Name of the site, on the index page.'),
  description: text('', 'A sentence below the name.'),
  logo: text(
    undefined,
    'Picture below the folder of the decks, for the header of the index page and below the slides of decks with a brand.',
  ),
  url: pattern('a URL that starts with https:// or http://', /^https?:\/\/\S{1,2000}$/, undefined, 'Where the site is published.'),
  lang: pattern(
    'a language code such as en or de-DE',
    /^[a-zA-Z]{2,8}(-[a-zA-Z0-9]{1,8})*$/,
    'en',
    'Language of the index page and of decks that name none.',
  ),
  brand: text('none', 'Theme laid over every deck: a folder of themes/, or none.'),
  theme: text('black', 'Theme of decks that name none; HedgeDoc shows those in black.'),
  include: list([], 'Globs of markdown files that are decks although their front matter does not say so.'),
  exclude: list([], 'Globs of markdown files that are no decks.'),
  trusted: list([], 'Globs of decks that may load pictures and media from other servers, and offer frames of any host.'),
  pdf: flag(false, 'Print a PDF of each deck beside its page.'),
  ignore: list([], 'Codes of messages that nobody wants to hear; errors are always told.'),
  uncheckedLinks: list([], 'Beginnings of addresses that "check --links" does not ask.'),
  singleFile: flag(false, 'Each deck is to be had as a single file, too.'),
  embeds: list(['www.youtube-nocookie.com', 'player.vimeo.com'], 'Hosts whose frames a deck may embed.'),
} as const

/** The links in the footer of the index page. */
export const linksSchema = {
  imprint: address('Who publishes the site.'),
  privacy: address('What is kept of its visitors.'),
  accessibility: address('The accessibility statement.'),
} as const

export type SiteOptions = Values<typeof siteSchema> & { readonly links: Values<typeof linksSchema> }
