import { statSync } from 'node:fs'
import path from 'node:path'
import { type ComposeContext, type ComposedDeck, composeDeck, publishesNotes } from '../../core/compose-deck.ts'
import { languageOfText } from '../../core/deck/deck-language.ts'
import { readNotesSeparator } from '../../core/deck/read-separators.ts'
import { parseDeck } from '../../core/deck/parse-deck.ts'
import type { Document } from '../../core/deck/open-document.ts'
import { collect } from '../../core/diagnostics/collect.ts'
import type { Diagnostic } from '../../core/diagnostics/diagnostic.ts'
import { applySuppressions } from '../../core/suppressions.ts'
import { createSanitizer } from '../../core/clean/sanitize.ts'
import { lintDeck } from '../../core/lint/lint-deck.ts'
import { createCssChecker } from '../../core/lint/css/check-css.ts'
import { rememberPassages } from '../../core/markdown/remember-passages.ts'
import { createRenderer, type RenderMarkdown } from '../../core/markdown/render-markdown.ts'
import type { Highlight } from '../../core/markdown/extension.ts'
import { isMarkdown } from '../../core/files.ts'
import type { Deck, RenderedDeck } from '../../core/model.ts'
import { includeFiles } from '../../core/resolve/include-files.ts'
import { deckOfPadFinder } from '../../core/pads/pad-links.ts'
import { pagePath, relativeUrls } from '../../core/pages/urls.ts'
import { type DeckContext, renderDeck } from '../../core/render-deck.ts'
import type { Draw } from '../diagrams/open-diagram-renderer.ts'
import type { ComposerSetup, OpenComposer } from './composer.ts'
import { deckFinder, matchGlobs } from '../content/deck-finder.ts'
import { toolOptionFiles } from '../content/read-tool-options.ts'
import { drawDiagrams } from './draw-diagrams.ts'
import { isMachineFault, reasonOf } from '../files/system-errors.ts'
import { renderersLoader } from './load-renderers.ts'
import { readIncluded } from './read-included.ts'
import { pictureFacts } from '../assets/picture-facts.ts'
import { assetCollector, MOST_ASSETS } from '../assets/collect-assets.ts'

// With more, a browser freezes before it shows the first one.
const MOST_SLIDES = 5000

/** Composes decks in the calling thread. */
export const composeInProcess: OpenComposer = (setup, draw) => {
  const loadRenderers = renderersLoader()
  let highlight: Highlight | undefined
  const render = createRenderer((...code) => highlight?.(...code))
  let passages = rememberPassages(render)
  const context = contextFor(setup, (...passage) => passages.render(...passage))
  const collectAssets = assetCollector(setup.root)
  const { find } = deckFinder(setup)
  const deckOfPad = deckOfPadFinder(setup.pads ?? new Map())
  return {
    async compose(written) {
      const failures: Diagnostic[] = []
      const included = includeFiles(written, (file) => readIncluded(setup.root, file), collect(failures))
      const { document } = included
      const diagnostics: Diagnostic[] = []
      const toSource = (found: readonly Diagnostic[]) => [...failures, ...found.map(included.toSource)]
      const report = collect(diagnostics)
      const linked = new Set<string>()
      const read = () => [...linked, ...included.files, ...toolOptionFiles(document.source.path)]
      // The text of a file that anyone can edit gets no rights from the deck that includes it.
      const isTrusted = (file: string) => [file, ...included.files.filter(isMarkdown)].every(context.isTrusted)
      const idOf = (file: string) => {
        linked.add(file)
        return find(file).deck?.id
      }
      const isDraft = (file: string) => find(file).leftOut !== undefined
      try {
        const { highlight: own, ...renderers } = await loadRenderers(document.source.text)
        if (own !== highlight) passages = rememberPassages(render)
        highlight = own
        const composed = await compose(document, { ...context, ...renderers, isTrusted, idOf, isDraft, report }, { setup, draw, deckOfPad })
        if (!composed) return { diagnostics: toSource(diagnostics), drawings: [], used: read() }
        const { summary } = composed
        const { assets, drawings } = collectAssets(summary.assets, report)
        const heard = applySuppressions(diagnostics, { source: document.source, starts: summary.lines }, context.options.ignore)
        return {
          diagnostics: toSource(heard),
          drawings,
          used: [...read(), ...summary.assets],
          composed: { ...composed, summary: { ...summary, assets, lines: summary.lines.map(included.ownLine) } },
        }
      } catch (cause) {
        if (isMachineFault(cause)) throw cause
        // A bug in Hedgerow: report it and go on with the other decks.
        report('deck-failed', { file: document.source.path }, reasonOf(cause))
        return { diagnostics: toSource(diagnostics), drawings: [], used: read() }
      } finally {
        passages.settle()
      }
    },
    close: async () => undefined,
  }
}

function contextFor(
  { root, tree, options, pads, client, diagramScript, formats, revision, inFeeds, withNotes }: ComposerSetup,
  render: RenderMarkdown,
): Omit<ComposeContext, 'report' | 'idOf' | 'isDraft'> {
  const factsOf = pictureFacts(root)
  return {
    options,
    client,
    render,
    sanitize: createSanitizer(),
    files: tree.files,
    pads,
    documents: tree.documents,
    sizeOf: (file) => factsOf(file).size,
    bytesOf: once((file) => statSync(path.join(root, file), { throwIfNoEntry: false })?.size),
    defectOf: (file) => factsOf(file).defect,
    hasLocation: (file) => factsOf(file).hasLocation,
    checkCss: createCssChecker(),
    isTrusted: matchGlobs(options.trusted),
    diagramScript: diagramScript?.name,
    formats,
    revision,
    inFeeds,
    withNotes,
  }
}

// Cached for the life of the composer; after a file change, open a new one.
function once<T>(ask: (file: string) => T): (file: string) => T {
  const known = new Map<string, T>()
  return (file) => {
    if (!known.has(file)) known.set(file, ask(file))
    return known.get(file) as T
  }
}

interface Surroundings {
  readonly setup: ComposerSetup
  readonly deckOfPad: ReturnType<typeof deckOfPadFinder>
  readonly draw: Draw
}

async function compose(
  document: Document,
  context: ComposeContext,
  { setup, draw, deckOfPad }: Surroundings,
): Promise<ComposedDeck | undefined> {
  const { report } = context
  const deck = withLanguage(parseDeck(document, setup.tree.name, report), context.options.lang)
  const slides = deck.columns.flat().length
  if (slides > MOST_SLIDES) {
    report('deck-too-large', { file: document.source.path }, `${slides} slides`, `${MOST_SLIDES}`)
    return undefined
  }
  const { notesSeparator, locations } = deck.options
  if (!publishesNotes(deck, context) && notesSeparator !== undefined && !readNotesSeparator(notesSeparator)) {
    report('notes-unclear', { file: document.source.path, ...locations.get('notesSeparator') }, notesSeparator)
    return undefined
  }
  const isTrusted = context.isTrusted(deck.source.path)
  const parts: DeckContext = {
    ...context,
    urls: relativeUrls(pagePath(deck.id)),
    deckOfPad: deckOfPad(deck.source.path),
    isTrusted,
    frameHosts: isTrusted ? 'any' : context.options.embeds,
  }
  const whole = renderDeck(deck, parts)
  lintDeck(whole, context)
  const rendered = publishesNotes(deck, context) ? whole : withoutNotes(whole, parts)
  if (rendered.assets.size > MOST_ASSETS) {
    report('deck-too-large', { file: document.source.path }, `${rendered.assets.size} files`, `${MOST_ASSETS}`)
    return undefined
  }
  const later = await drawDiagrams({ file: document.source.path, diagrams: rendered.diagrams }, { draw, report })
  if (later) {
    const size = `${((setup.diagramScript?.bytes ?? 0) / 1e6).toFixed(1)} MB`
    report('diagram-in-browser', { file: document.source.path, line: later.line }, size, later.why)
  }
  return composeDeck(rendered, context)
}

// A deck with notes is rendered again, so that nothing that only they refer to is published; its messages have been reported.
function withoutNotes(whole: RenderedDeck, context: DeckContext): RenderedDeck {
  const hasNotes = whole.columns.flat().some(({ notes }) => notes !== undefined)
  const rendered = hasNotes ? renderDeck(whole.deck, { ...context, report: () => undefined, withoutNotes: true }) : whole
  return { ...rendered, isWithoutNotes: true }
}

// A deck that does not say its language has that of its text, if that is clearly another one than the site's.
function withLanguage(deck: Deck, site: string): Deck {
  if (deck.options.lang !== undefined) return deck
  const slides = deck.columns.flat().map(({ markdown }) => markdown)
  const lang = languageOfText(slides.join('\n'))
  return lang === undefined || lang === site.toLowerCase().split('-')[0] ? deck : { ...deck, options: { ...deck.options, lang } }
}
