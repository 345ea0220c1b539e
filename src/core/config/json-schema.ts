import { deckSchema, foreignOptions } from './deck-options.ts'
import { retiredOptions, revealSchema } from './reveal-options.ts'
import type { Schema } from './schema.ts'
import { linksSchema, nextSchema, searchSchema, siteSchema, topicsSchema } from './site-options.ts'

const DRAFT = 'http://json-schema.org/draft-07/schema#'

/** The front matter of a deck in JSON Schema, for editors. */
export function deckJsonSchema(): object {
  const slideOptions = objectOf(revealSchema, {
    ...Object.fromEntries([...retiredOptions].toSorted().map((name) => [name, { description: 'Has no effect.' }])),
    theme: { description: 'Theme of the deck.', anyOf: [{ type: 'string' }, { type: 'null' }] },
  })
  const foreign = [...foreignOptions].toSorted().map((name) => [name, { description: 'Ignored: slides do not use it.' }])
  return {
    $schema: DRAFT,
    title: 'Front matter of a deck',
    ...objectOf(deckSchema, {
      ...Object.fromEntries(foreign),
      slideOptions: { description: 'Options of reveal.js, and the theme.', ...orNull(slideOptions) },
    }),
  }
}

/** `site.yaml` in JSON Schema, for editors. */
export function siteJsonSchema(): object {
  const next = { description: 'The next call or talk, on the index page.', ...orNull(objectOf(nextSchema)) }
  const links = { description: 'Links at the foot of the index page.', ...orNull(objectOf(linksSchema)) }
  const search = { description: 'What the search of the index page covers.', ...orNull(objectOf(searchSchema)) }
  const topics = { description: 'Topics of the decks, from headings that recur.', ...orNull(objectOf(topicsSchema)) }
  return { $schema: DRAFT, title: 'Options of a site', ...objectOf(siteSchema, { links, search, topics, next }) }
}

function objectOf(schema: Schema, more: Readonly<Record<string, object>> = {}): object {
  const properties = Object.entries(schema).map(([name, { doc, json, fallback }]) => [
    name,
    { description: doc, default: fallback, ...orNull(json) },
  ])
  return { type: 'object', additionalProperties: false, properties: { ...Object.fromEntries(properties), ...more } }
}

// An option without a value has its default.
function orNull(schema: object): object {
  return { anyOf: [schema, { type: 'null' }] }
}
