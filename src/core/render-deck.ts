import type { SiteOptions } from './config/site-options.ts'
import { followStates } from './clean/page-states.ts'
import { type FindLocation, locationFinder } from './deck/find-location.ts'
import type { Code } from './diagnostics/catalogue.ts'
import type { Report } from './diagnostics/diagnostic.ts'
import { wordsIn } from './i18n/words-in.ts'
import { limitTex } from './markdown/limit-tex.ts'
import type { RenderTex } from './markdown/render-tex.ts'
import type { Deck, RenderedDeck } from './model.ts'
import { nothingFound } from './passes/pass.ts'
import { namePictures } from './passes/name-pictures.ts'
import { deckPasses } from './passes/passes.ts'
import { identifySlides } from './passes/slide-ids.ts'
import { renderShown } from './render-shown.ts'
import { topHeading, type SlideContext } from './render-slide.ts'
import { remoteAddress } from './resolve/find-file.ts'
import type { References } from './resolve/reference-context.ts'

export interface DeckContext extends Omit<References, 'from' | 'folders'>, Pick<SlideContext, 'render' | 'sanitize'> {
  readonly report: Report
  /** Of the site: its language is that of decks without one. */
  readonly options: Pick<SiteOptions, 'lang'> & Partial<Pick<SiteOptions, 'showHiddenSlides'>>
  /** The deck may load from other servers. */
  readonly isTrusted: boolean
  /** Missing if the deck has no formula. */
  readonly renderTex?: RenderTex | undefined
  /** Leaves the notes out, with what only they show. */
  readonly withoutNotes?: true
}

/** Renders a deck: the middle of the pipeline. Reports what is wrong and continues. */
export function renderDeck(deck: Deck, context: DeckContext): RenderedDeck {
  const { source, options } = deck
  const written: SlideContext['written'] = { css: [], sheets: [], openTags: [] }
  const found = nothingFound()
  // Created when first needed: most decks have no mistake to locate.
  let finder: FindLocation | undefined
  const shared: SlideContext = {
    ...context,
    ...wordsIn([options.lang ?? context.options.lang, context.options.lang]),
    from: source.path,
    folders: deck.folders,
    breaks: options.breaks,
    dialect: options.dialect,
    stepsInLists: options.steps,
    renderTex: context.renderTex && limitTex(context.renderTex),
    findLocation: (...asked) => (finder ??= locationFinder(deck, source.text.split('\n')))(...asked),
    reportOnce: onlyOnce(context.report),
    useRemote: (file) => (context.isTrusted ? remoteAddress(file) : undefined),
    found,
    written,
  }
  const showsHidden = context.options.showHiddenSlides === true
  const shown = renderShown(deck, showsHidden, shared)
  const columns = shown.map((column) => column.map(({ rendered }) => rendered))
  const slides = columns.flat()
  for (const pass of deckPasses) pass(columns, shared)
  // Ids of slides are made of what authors wrote, so they come before names of images.
  const identified = identifySlides(columns)
  const { formulas, remote, ...references } = found
  const named = namePictures(slides, shared.words)
  const titled = slides.find(({ tree }) => topHeading(tree) !== undefined)
  return {
    ...references,
    deck: { ...deck, columns: shown.map((column) => column.map(({ slide }) => slide)) },
    title: options.title || (titled && topHeading(titled.tree)) || '',
    columns: identified,
    named,
    css: followStates(written.css.join('\n'), slides),
    sheets: written.sheets,
    openTags: written.openTags,
    loadsRemote: remote.size > 0,
    hasMath: formulas.length > 0,
    isWithoutSource: slides.length < deck.columns.flat().length || undefined,
  }
}

function onlyOnce(report: Report): Report {
  const reported = new Set<Code>()
  return (code, ...details) => {
    if (!reported.has(code)) report(code, ...details)
    reported.add(code)
  }
}
