import type { SiteOptions } from '../../config/site-options.ts'
import { longDate } from '../../i18n/formats.ts'
import type { DeckSummary } from '../../model.ts'
import type { BrandColours } from '../brand-colours.ts'
import { drawableText } from './drawable-text.ts'

/** A picture as a card shows it; its address is a data URL. */
export interface CardPicture {
  readonly source: string
  /** In pixels. */
  readonly width: number
  readonly height: number
}

/** What a link preview card shows. Texts are empty where there is none. */
export interface PreviewCard {
  readonly site: string
  readonly title: string
  /** Written out. */
  readonly date: string
  /** Day of the month. */
  readonly day: string
  readonly headings: readonly string[]
  readonly description: string
}

/** What the cards of a site have in common. */
export interface CardLook {
  readonly colours: BrandColours
  readonly logo?: CardPicture
}

/** Whether the font of the cards has a character. */
export type CanDraw = (character: string) => boolean

/** The card of a deck. */
export function deckPreviewCard(deck: DeckSummary, options: SiteOptions, canDraw: CanDraw): PreviewCard {
  const draw = (text: string) => drawableText(text, canDraw)
  const site = draw(options.title)
  // A title in a script that the font lacks leaves the name of the site.
  const title = draw(deck.title) || site
  // The day is said already, too.
  const beginning = (text: string) => fold(text.replaceAll(deck.date ?? '', ''))
  const said = new Set(['', beginning(title)])
  const isNew = (heading: string) => !said.has(beginning(heading)) && said.add(beginning(heading))
  return {
    site: fold(site) === fold(title) ? '' : site,
    title,
    date: deck.date === undefined ? '' : draw(longDate(deck.date, deck.lang ?? options.lang)) || deck.date,
    day: deck.date === undefined ? '' : String(Number(deck.date.slice(-2))),
    headings: deck.headings.map(draw).filter(isNew),
    description: draw(deck.description),
  }
}

/** The card of the index page. */
export function sitePreviewCard({ title, description }: SiteOptions, canDraw: CanDraw): PreviewCard {
  return { site: '', title: drawableText(title, canDraw), date: '', day: '', headings: [], description: drawableText(description, canDraw) }
}

// The beginning is enough, since long headings are shortened.
const fold = (text: string) =>
  text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    .slice(0, 60)
