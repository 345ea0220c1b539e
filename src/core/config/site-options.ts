import { datedBrands } from './dated-brands.ts'
import { datedSponsors } from './dated-sponsors.ts'
import { choice, flag, list, otherNames, pads, pattern, patterns, text, type Values } from './schema.ts'

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
  organisation: text(undefined, 'Name of the organisation, in the header of pages that have no logo.', 100),
  logo: text(undefined, 'Image in the decks folder, shown on the index page and below the slides of branded decks.'),
  url: pattern('a URL that starts with https:// or http://', /^https?:\/\/\S{1,2000}$/, undefined, 'Address of the published site.'),
  lang: pattern(
    'a language code such as en or de-DE',
    /^[a-zA-Z]{2,8}(-[a-zA-Z0-9]{1,8})*$/,
    'en',
    'Language of the interface (default: that of most decks), and of decks whose language is not clear from their text.',
  ),
  brand: text('none', 'Theme applied on top of every deck: scs, scs-2025, hawthorn, a folder in themes/, or none.'),
  brands: datedBrands('Other brands for decks from a date on, such as "- { from: 2025-06-01, brand: scs-2025 }".'),
  sponsors: datedSponsors('Logos below the slides of branded decks, such as "- { name: Fund, logo: fund.svg, until: 2024-12-31 }".'),
  theme: text('black', 'Default theme of decks; as in HedgeDoc, it is black.'),
  pureThemes: flag(false, "Show reveal.js's themes as they are, without HedgeDoc's fonts and headings."),
  include: list([], 'Globs of Markdown files to treat as decks.'),
  exclude: list([], 'Globs of Markdown files never to treat as decks; overrides include.'),
  trusted: list([], 'Globs of decks that may load images and media from other servers and embed any host.'),
  notes: {
    ...flag(true, 'Publish the speaker notes of the decks; with false, they are only in "hedgerow dev" and in exports with --notes.'),
    whenInvalid: false,
  },
  showHiddenSlides: {
    ...flag(false, 'Publish slides with data-visibility="hidden", too, as the option of reveal.js with this name does.'),
    whenInvalid: false,
  },
  future: { ...flag(true, 'Publish decks dated in the future.'), whenInvalid: false },
  pdf: flag(false, 'Offer each deck as a PDF.'),
  pictures: choice(
    ['small', 'original'],
    'small',
    'Show copies of images that fit on the screen, if the package sharp is installed; with original, the images themselves.',
  ),
  ignore: list([], 'Message codes to ignore. Errors are always reported.'),
  uncheckedLinks: list([], 'URL prefixes that "check --links" skips.'),
  singleFile: flag(false, 'Offer each deck as a single HTML file.'),
  pads: pads('Pads that "hedgerow pull" downloads, in addition to those that it knows.'),
  padLinks: flag(false, 'Link the pages of a deck to the pad that it came from; the path of the pad redirects to the deck.'),
  embeds: list(['www.youtube-nocookie.com', 'player.vimeo.com'], 'Hosts whose pages a deck may embed; they load after a click.'),
} as const

/** The links to what a site must or wants to say, which all pages have. */
export const linksSchema = {
  imprint: address('Legal notice (imprint).'),
  privacy: address('Privacy policy.'),
  accessibility: address('Accessibility statement.'),
  feedback: address('Form or address for reports of barriers.'),
  enforcement: address('Body that enforces accessibility.'),
} as const

/** The next call or talk, on the index page. */
export const nextSchema = {
  date: pattern('a date such as 2026-09-03', /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/, undefined, 'Its day.'),
  time: text(undefined, 'When it starts, such as "15:05 CEST".', 100),
  place: text(undefined, 'Where it is.', 100),
  join: address('Where one can join it.'),
} as const

/** What the search of the index page covers. */
export const searchSchema = {
  also: patterns(
    'a list of paths on the same server that start and end with /, such as /trainings/',
    // What a browser resolves to another path or server is refused: dots, backslashes, and two slashes in a row.
    /^\/(?:(?!\.{1,2}\/)(?:[\w.~@+-]|%(?!2[EeFf]|5[Cc])[\dA-Fa-f]{2}){1,200}\/){0,20}$/,
    'Paths of other Hedgerow sites on the same server that the search includes.',
  ),
} as const

/** What the pages of topics take for the same topic. */
export const topicsSchema = {
  synonyms: otherNames('Other headings for a topic: its name, then a list, such as "Team IaaS: [IaaS]".'),
} as const

export interface SiteOptions extends Values<typeof siteSchema> {
  readonly links: Values<typeof linksSchema>
  readonly search: Values<typeof searchSchema>
  readonly topics: Values<typeof topicsSchema>
  readonly next: Values<typeof nextSchema>
  /** Nothing says the language: that of most decks is to be used. */
  readonly lacksLang?: true
  /** The logo where it serves as the icon of pages, too; set once the file is known. */
  readonly icon?: string | undefined
}
