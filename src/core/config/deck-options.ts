import { choice, either, flag, list, number, pattern, text, type Values } from './schema.ts'
import type { KeyLocation } from './parse-yaml.ts'
import type { RevealOptions } from './reveal-options.ts'

const language = /^[a-zA-Z]{2,8}(-[a-zA-Z0-9]{1,8})*$/

/** The options of a deck's front matter, `slideOptions` aside. */
export const deckSchema = {
  title: either(text(undefined, 'Title of the deck. Default: its first level-1 heading.'), number(-1e15, 1e15, undefined, '')),
  lang: pattern(
    'a language code such as en or de-DE',
    language,
    undefined,
    'Language of the deck. Default: that of its text if it is clear, else that of the site.',
  ),
  dir: choice(['ltr', 'rtl'], undefined, 'Text direction.'),
  breaks: flag(true, 'Keep line breaks of the source.'),
  steps: flag(false, 'Show the items of all lists step by step.'),
  tags: list([], 'Tags; the filter of the index page finds them.'),
  description: text('', 'Description, for search engines.', 2000),
  aliases: list([], 'Old addresses of the deck in the site, such as /2024/talk.html; they redirect to it.'),
  notes: {
    ...flag(true, 'Publish the speaker notes of the deck; with false, they are only in "hedgerow dev" and in exports with --notes.'),
    whenInvalid: false,
  },
  draft: {
    ...flag(undefined, 'Do not publish the deck; "hedgerow dev" shows it. Default: false, and true for a template.'),
    whenInvalid: true,
  },
  type: text(undefined, '"slide" makes the file a deck.'),
  date: pattern(
    'a date such as 2024-08-22',
    /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/,
    undefined,
    'Date of the deck. Default: the date in the file name.',
  ),
  robots: pattern(
    'instructions for search engines such as noindex, nofollow',
    /^[a-zA-Z][a-zA-Z0-9:_, -]{0,199}$/,
    undefined,
    'Instructions for search engines; noindex leaves the deck out of the sitemap and llms.txt.',
  ),
  author: list([], 'Author or authors, for citations and the PDF.'),
  brand: text(undefined, '"none" turns the site brand off for this deck.'),
  separator: text(undefined, 'Line that starts a slide to the right, instead of "---" with empty lines around it.', 200),
  verticalSeparator: text(undefined, 'Line that starts a slide below, instead of "----" with empty lines around it.', 200),
  notesSeparator: text(undefined, 'Start of the line that begins the notes, instead of "Note:".', 200),
} as const

/** Options of HedgeDoc and similar programs that slides do not use. */
export const foreignOptions: ReadonlySet<string> = new Set([
  'slideOptions',
  'GA',
  'disqus',
  'opengraph',
  'image',
  'authors',
  'layout',
  'categories',
  'license',
  'langs',
  'toc',
  'published',
  'permalink',
  'summary',
  'version',
  'status',
  'event',
  'location',
  // Of HackMD and its themes, CodiMD, Obsidian, static site generators and courses.
  'live',
  'slide',
  'linkcolor',
  'widescreen',
  'keywords',
  'subtitle',
  'abstract',
  'cssclass',
  'cssclasses',
  'slug',
  'created',
  'updated',
  'modified',
  'url',
  'link',
  'footer',
  'email',
  'duration',
  'teaching',
  'exercises',
  'questions',
  'objectives',
  'keypoints',
])

/** A deck's options, read and checked. */
export type DeckOptions = Omit<Values<typeof deckSchema>, 'title'> & {
  readonly title: string
  readonly theme?: string
  /** The tool for which the deck was written, if it is not HedgeDoc. */
  readonly dialect?: string
  readonly reveal: RevealOptions
  /** Locations of the options, by name; those of `slideOptions` have that prefix. */
  readonly locations: ReadonlyMap<string, KeyLocation>
}
