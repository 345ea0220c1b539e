import { stringify } from 'yaml'

/** What is known of a site that has no `site.yaml` yet. */
export interface SiteFacts {
  readonly title: string
  /** Address of the published site. */
  readonly url?: string | undefined
  readonly lang?: string | undefined
  readonly brand?: string | undefined
  /** Files that look like decks and do not say so. */
  readonly unmarked: readonly string[]
  /** Whether there are decks besides those. */
  readonly hasDecks: boolean
  /** Address of the schema, for editors. */
  readonly schema?: string | undefined
}

/** The text of `site.yaml`: what is known of the site, and the options that most sites set sooner or later. */
export function siteFile({ title, url, lang, brand, unmarked, hasDecks, schema }: SiteFacts): string {
  const include = ['include:', ...unmarked.map((file) => `  - ${yamlText(file)}`)]
  return [
    ...(schema === undefined ? [] : [`# yaml-language-server: $schema=${schema}`]),
    `# Options of the site; all are optional.

# Name of the site, on the index page.
title: ${yamlText(title)}

# Where the site is published: for link previews, feeds and the sitemap.
${url === undefined ? '# url: https://example.org/slides/' : `url: ${yamlText(url)}`}

# Language of the index page, and of decks whose text does not show theirs.
${lang === undefined ? '# lang: en' : `lang: ${yamlText(lang)}`}

# Theme on top of every deck: scs, scs-2025, hawthorn, a folder in themes/, or none.${brand === undefined ? '' : ` The decks look like ${brand}.`}
${brand === undefined ? '# brand: none' : `brand: ${yamlText(brand)}`}`,
    ...(unmarked.length === 0
      ? []
      : [
          '',
          '# These files look like decks, but do not say so in their front matter.',
          ...(hasDecks ? include.map((line) => `# ${line}`) : include),
        ]),
    `
# A sentence below the name, and an image in this folder.
# description: Slides of our calls.
# logo: logo.svg

# Links in the footer of the index page.
# links:
#   imprint: https://example.org/imprint
#   privacy: https://example.org/privacy

# Speaker notes and decks with future dates are published; false leaves them out.
# notes: false
# future: false
`,
  ].join('\n')
}

// On one line, whatever characters it has.
function yamlText(text: string): string {
  const plain = stringify(text, { lineWidth: 0 }).trimEnd()
  return plain.includes('\n') ? stringify(text, { lineWidth: 0, defaultStringType: 'QUOTE_DOUBLE' }).trimEnd() : plain
}
