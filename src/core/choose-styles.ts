import { brandAt } from './config/dated-brands.ts'
import { valueFix } from './config/read-options.ts'
import type { SiteOptions } from './config/site-options.ts'
import type { SourceLocation, Report } from './diagnostics/diagnostic.ts'
import { didYouMean, nearest } from './diagnostics/nearest.ts'
import { namedFamilies } from './clean/named-families.ts'
import { deckDate } from './summarize-deck.ts'
import type { ClientBundle, Deck, RenderedDeck, StyleBundle } from './model.ts'

export interface StyleContext {
  readonly options: SiteOptions
  readonly client: ClientBundle
  readonly report: Report
}

export interface ChosenStyles {
  /** The deck's theme, and what is applied on top of it: HedgeDoc's look of that theme, or a brand. */
  readonly look: readonly StyleBundle[]
  /** Fonts that the deck names and its look does not load. */
  readonly fonts: readonly StyleBundle[]
}

/** The style sheets of a deck. Reports an unknown theme, and a brand that only the site may choose. */
export function chooseStyles(rendered: RenderedDeck, { options, client, report }: StyleContext): ChosenStyles {
  const { deck } = rendered
  const { themes, brands, looks } = client
  const wanted = deck.options.theme
  const asked = wanted !== undefined && Object.hasOwn(themes, wanted) ? wanted : options.theme
  const name = Object.hasOwn(themes, asked) ? asked : 'black'
  if (wanted !== undefined && !Object.hasOwn(themes, wanted)) {
    const meant = nearest(wanted, Object.keys(themes))
    const edits = meant === undefined ? undefined : valueFix(wanted, meant, optionLocation(deck, 'slideOptions.theme:'))
    report(
      'theme-unknown',
      { ...optionLocation(deck, 'slideOptions.theme'), edits },
      wanted,
      name,
      didYouMean(wanted, Object.keys(themes)),
      Object.keys(themes).join(', '),
    )
  }
  // A deck may keep the brand of its site off; which brand that is, the site says.
  if (deck.options.brand !== undefined && deck.options.brand !== 'none')
    report('brand-not-allowed', optionLocation(deck, 'brand'), deck.options.brand)
  const brand = wanted === brandName(deck, options) ? undefined : brandOf(deck, { options, client })
  // reveal-md shows them as they are. A folder may have the name of a theme of reveal.js.
  const isPure = options.pureThemes || deck.options.dialect === 'reveal-md' || brand !== undefined || Object.hasOwn(brands, name)
  const look = [themes[name], isPure ? undefined : looks[name], brand].filter((style) => style !== undefined)
  return { look, fonts: fontsOf(rendered, client, look) }
}

/** The name of the brand that applies to a deck: that of its site at the date of the deck, or `none`. */
export function brandName({ options, source }: Deck, site: SiteOptions): string {
  return options.brand === 'none' ? 'none' : brandAt(deckDate(options.date, source.path), site)
}

function brandOf(deck: Deck, { options, client: { brands } }: Pick<StyleContext, 'options' | 'client'>): StyleBundle | undefined {
  const name = brandName(deck, options)
  return Object.hasOwn(brands, name) ? brands[name] : undefined
}

// What reveal.js does by itself would leave a margin around the canvas.
const ON_CANVAS = { margin: 0, maxScale: 4 }

/** The deck with the size for which its brand composes slides, unless it sets a size itself. */
export function onCanvas(deck: Deck, context: Pick<StyleContext, 'options' | 'client'>): Deck {
  const { options } = deck
  const { reveal, locations } = options
  const canvas = brandOf(deck, context)?.canvas
  if (!canvas || reveal.width !== undefined || reveal.height !== undefined) return deck
  const center = locations.has('slideOptions.center') && reveal.center === true
  return { ...deck, options: { ...options, reveal: { ...ON_CANVAS, ...reveal, ...canvas, center } }, isComposed: true }
}

function fontsOf(rendered: RenderedDeck, { fonts }: ClientBundle, look: readonly StyleBundle[]): StyleBundle[] {
  const loaded = new Set(look.flatMap(({ files }) => files))
  return namedFamilies(rendered).flatMap((family) => {
    const key = family.replaceAll(' ', '-')
    const font = Object.hasOwn(fonts, key) ? fonts[key] : undefined
    return font === undefined || font.files.every((file) => loaded.has(file)) ? [] : [font]
  })
}

export function optionLocation(deck: Deck, name: string): SourceLocation {
  return { file: deck.source.path, ...deck.options.locations.get(name) }
}
