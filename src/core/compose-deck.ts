import type { Report } from './diagnostics/diagnostic.ts'
import { isDrawnInPage } from './passes/fill-diagram.ts'
import type { FileNames } from './resolve/file-names.ts'
import { findFile, fixAddress } from './resolve/find-file.ts'
import { locateAddress } from './resolve/locate-address.ts'
import { composeSlides } from './kinds/compose-slides.ts'
import { locationFinder } from './deck/find-location.ts'
import type { Facts } from './lint/rule.ts'
import { brandName, chooseStyles, optionLocation } from './choose-styles.ts'
import type { RenderTex } from './markdown/render-tex.ts'
import type { Sanitize } from './clean/sanitize.ts'
import type { RenderMarkdown } from './markdown/render-markdown.ts'
import type { ClientBundle, Deck, DeckDetails, DeckSummary, EmittedFile, OutsideLink, RenderedDeck, StyleBundle } from './model.ts'
import { feedArticle } from './pages/feeds/feed-article.ts'
import { pagePath, relativeUrls, siteFile } from './pages/urls.ts'
import { pagesOfDeck } from './outputs/outputs-of-deck.ts'
import type { DeckParts } from './outputs/deck-outputs.ts'
import type { DeckOrigin } from './pads/pads-lock.ts'
import { slideTexts } from './slide-texts.ts'
import { summarizeDeck } from './summarize-deck.ts'

export interface ComposeContext extends Facts {
  readonly client: ClientBundle
  readonly render: RenderMarkdown
  readonly sanitize: Sanitize
  readonly renderTex?: RenderTex
  readonly files: FileNames
  readonly documents: Iterable<string>
  /** File of the client folder with the script that draws diagrams in the browser. */
  readonly diagramScript?: string
  /** The id of the deck at a path, if there is one. */
  readonly idOf: (path: string) => string | undefined
  /** Whether there is a deck at a path that is left out as a draft. */
  readonly isDraft: (path: string) => boolean
  /** Whether the options of the site trust the deck at a path. */
  readonly isTrusted: (path: string) => boolean
  readonly report: Report
  /** Where the deck came from. */
  readonly origin?: Pick<DeckOrigin, 'pad' | 'revision'> | undefined
  /** Outputs to make besides those that the options of the site ask for. */
  readonly formats?: readonly string[]
  /** Whether feeds can have the content of the deck; without it they can. */
  readonly isInFeeds?: () => boolean
  /** Notes are shown, whatever the options say. */
  readonly withNotes?: true
}

export interface ComposedDeck {
  /** The outputs of stage `pages`. */
  readonly pages: readonly EmittedFile[]
  readonly summary: DeckSummary
  readonly details: DeckDetails
  /** The style bundles that the pages link. */
  readonly styles: readonly StyleBundle[]
  /** The links of the deck to other servers. */
  readonly outside: readonly OutsideLink[]
  /** The page loads the script that draws diagrams. */
  readonly drawsInPage: boolean
}

/** Whether the pages of a deck have its speaker notes: its options and those of the site must both allow it. */
export function publishesNotes({ options }: Deck, { options: site, withNotes }: Pick<ComposeContext, 'options' | 'withNotes'>): boolean {
  return withNotes === true || (options.notes && site.notes)
}

/** Makes the pages of a rendered deck, and what those of the site show of it. */
export function composeDeck(found: RenderedDeck, context: ComposeContext): ComposedDeck {
  const { deck } = found
  const rendered = deck.isComposed ? { ...found, columns: composeSlides(found.columns) } : found
  const { client, options, formats, origin, isInFeeds = () => true } = context
  const parallax = parallaxImage(deck, context)
  const summary = withCopies(summarizeDeck(rendered), rendered)
  const { look, fonts } = chooseStyles(rendered, context)
  const brand = brandBeside(deck, context)
  const hasArticle = options.url !== undefined && summary.date !== undefined && isInFeeds()
  const article = hasArticle ? feedArticle(rendered, { site: options.url, lang: deck.options.lang ?? options.lang }) : undefined
  const diagramScript = rendered.diagrams.some(isDrawnInPage) ? context.diagramScript : undefined
  const parts: DeckParts = {
    rendered,
    summary,
    options,
    client,
    styles: [...look, ...fonts, ...(rendered.hasMath ? [client.math] : [])],
    brand,
    parallaxImage: parallax,
    diagramScript,
    origin,
  }
  const made = pagesOfDeck(options, formats)
  return {
    pages: made.flatMap(({ pathOf, make }) => {
      const content = make(parts)
      return content === undefined ? [] : [{ path: pathOf(deck.id), content }]
    }),
    styles: made.flatMap(({ styles }) => styles?.(parts) ?? []),
    outside: rendered.outside,
    drawsInPage: diagramScript !== undefined,
    summary: { ...summary, assets: parallax === undefined ? summary.assets : [...summary.assets, parallax] },
    details: { texts: slideTexts(rendered), article },
  }
}

function withCopies(summary: DeckSummary, { copies }: RenderedDeck): DeckSummary {
  const page = pagePath(summary.id)
  const made = summary.cover === undefined ? undefined : copies?.get(relativeUrls(page).asset(summary.cover))
  const coverCopies = made?.flatMap(({ address, width }) => {
    const file = siteFile(address, page)
    return file ? [{ path: file.path, width }] : []
  })
  return coverCopies ? { ...summary, coverCopies } : summary
}

function parallaxImage(deck: Deck, { files, report }: ComposeContext): string | undefined {
  const address = deck.options.reveal.parallaxBackgroundImage
  if (address === undefined || address === '') return undefined
  const found = findFile(address, { from: deck.source.path, files, folders: deck.folders })
  if ('path' in found) return found.path
  const location = optionLocation(deck, 'slideOptions.parallaxBackgroundImage')
  const find = locationFinder(deck, deck.source.text.split('\n'))
  const value = locateAddress(find, { line: location.line ?? 1, address, meant: found.meant })
  const edits = found.code === 'address-invalid' ? fixAddress(address, value) : value.edits
  report(found.code, { ...location, edits }, ...found.details)
  return undefined
}

// The style for the pages of a deck outside its slides: that of the brand, else of a theme in `themes/`.
function brandBeside(deck: Deck, { options, client: { pages } }: ComposeContext): StyleBundle | undefined {
  const names = [brandName(deck, options), deck.options.theme ?? options.theme]
  const name = names.find((candidate) => Object.hasOwn(pages, candidate))
  return name === undefined ? undefined : pages[name]
}
