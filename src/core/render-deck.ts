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
import { deckPasses } from './passes/passes.ts'
import { identifySlides } from './passes/slide-ids.ts'
import { topHeading, renderSlide, type SlideContext } from './render-slide.ts'
import { remoteAddress, type UseRemote } from './resolve/find-file.ts'
import type { References } from './resolve/reference-context.ts'

export interface DeckContext extends Omit<References, 'from' | 'folders'>, Pick<SlideContext, 'render' | 'sanitize'> {
  readonly report: Report
  /** Of the site: its language is that of decks without one. */
  readonly options: Pick<SiteOptions, 'lang'>
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
  let loadsRemote = false
  const useRemote: UseRemote = (file) => {
    const address = context.isTrusted ? remoteAddress(file) : undefined
    loadsRemote ||= address !== undefined
    return address
  }
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
    useRemote,
    found,
    written,
  }
  const columns = deck.columns.map((column, h) => column.map((slide, v) => renderSlide(slide, `${h}-${v}`, shared)))
  const slides = columns.flat()
  for (const pass of deckPasses) pass(columns, shared)
  const { formulas, ...references } = found
  const titled = slides.find(({ tree }) => topHeading(tree) !== undefined)
  return {
    ...references,
    deck,
    title: options.title || (titled && topHeading(titled.tree)) || '',
    columns: identifySlides(columns),
    css: followStates(written.css.join('\n'), slides),
    sheets: written.sheets,
    openTags: written.openTags,
    loadsRemote,
    hasMath: formulas.length > 0,
  }
}

function onlyOnce(report: Report): Report {
  const reported = new Set<Code>()
  return (code, ...details) => {
    if (!reported.has(code)) report(code, ...details)
    reported.add(code)
  }
}
