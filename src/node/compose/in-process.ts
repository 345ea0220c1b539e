import { onCanvas } from '../../core/choose-styles.ts'
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
import { createRenderer } from '../../core/markdown/render-markdown.ts'
import type { Highlight } from '../../core/markdown/extension.ts'
import { isMarkdown } from '../../core/files.ts'
import type { Deck, RenderedDeck } from '../../core/model.ts'
import { includeFiles } from '../../core/resolve/include-files.ts'
import { pagePath, relativeUrls } from '../../core/pages/urls.ts'
import { type DeckContext, renderDeck } from '../../core/render-deck.ts'
import type { Draw } from '../diagrams/open-diagram-renderer.ts'
import type { OpenComposer } from './composer.ts'
import { contextFrom } from './context-from.ts'
import { answersOf } from './deck-answers.ts'
import type { DeckAnswers } from './deck-questions.ts'
import { recordAnswers } from './record-answers.ts'
import { toolOptionFiles } from '../content/read-tool-options.ts'
import { drawDiagrams } from './draw-diagrams.ts'
import { isMachineFault, reasonOf } from '../files/system-errors.ts'
import { renderersLoader } from './load-renderers.ts'
import { type Resize, resizePictures } from './resize-pictures.ts'
import { assetCollector, MOST_ASSETS } from '../assets/collect-assets.ts'

// With more, a browser freezes before it shows the first one.
const MOST_SLIDES = 5000

/** Composes decks in the calling thread. */
export const composeInProcess: OpenComposer = (setup, draw, resize) => {
  const loadRenderers = renderersLoader()
  let highlight: Highlight | undefined
  const render = createRenderer((...code) => highlight?.(...code))
  let passages = rememberPassages(render)
  const shared = {
    client: setup.client,
    sanitize: createSanitizer(),
    checkCss: createCssChecker(),
    diagramScript: setup.diagramScript?.name,
    formats: setup.formats,
    withNotes: setup.withNotes,
  }
  const collectAssets = assetCollector(setup.root)
  const answersFor = answersOf(setup)
  return {
    atOnce: 1,
    async compose(written) {
      const recorder = recordAnswers(answersFor(written.source.path), { draw, resize })
      const { answers } = recorder
      const failures: Diagnostic[] = []
      const included = includeFiles(written, answers.included, collect(failures))
      const { document } = included
      const diagnostics: Diagnostic[] = []
      const toSource = (found: readonly Diagnostic[]) => [...failures, ...found.map(included.toSource)]
      const report = collect(diagnostics)
      const linked = new Set<string>()
      const read = () => [...linked, ...included.files, ...toolOptionFiles(document.source.path)]
      const context = {
        ...shared,
        ...contextFrom(answers, setup),
        report,
        // The text of a file that anyone can edit gets no rights from the deck that includes it.
        isTrusted: (file: string) => [file, ...included.files.filter(isMarkdown)].every(answers.isTrusted),
        idOf(file: string) {
          linked.add(file)
          return answers.deck(file).id
        },
      }
      try {
        const { highlight: own, ...renderers } = await loadRenderers(document.source.text)
        if (own !== highlight) passages = rememberPassages(render)
        highlight = own
        const composed = await compose(
          document,
          { ...context, ...renderers, render: passages.render },
          { rootName: setup.tree.name, scriptBytes: setup.diagramScript?.bytes, answers, draw: recorder.draw, resize: recorder.resize },
        )
        if (!composed) return { diagnostics: toSource(diagnostics), drawings: [], used: read() }
        const { summary } = composed
        const { assets, drawings } = collectAssets(summary.assets, report, answers.asset)
        const heard = applySuppressions(diagnostics, { source: document.source, starts: summary.lines }, context.options.ignore)
        return {
          diagnostics: toSource(heard),
          drawings,
          used: [...read(), ...summary.assets],
          composed: { ...composed, summary: { ...summary, assets, lines: summary.lines.map(included.ownLine) } },
          trace: recorder.trace(),
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

interface Surroundings {
  readonly rootName: string
  readonly scriptBytes: number | undefined
  readonly answers: DeckAnswers
  readonly draw: Draw
  readonly resize: Resize | undefined
}

async function compose(
  document: Document,
  context: ComposeContext,
  { rootName, scriptBytes = 0, answers, draw, resize }: Surroundings,
): Promise<ComposedDeck | undefined> {
  const { report } = context
  // The name of the folder of decks is that of a deck in its `index.md`, and of no other.
  answers.id()
  const deck = onCanvas(withLanguage(parseDeck(document, rootName, report), context.options.lang), context)
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
    deckOfPad: answers.deckOfPad,
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
    const size = `${(scriptBytes / 1e6).toFixed(1)} MB`
    report('diagram-in-browser', { file: document.source.path, line: later.line }, size, later.why)
  }
  const copies = resize && (await resizePictures(rendered, { ...parts, resize, isMadeSmaller: context.isMadeSmaller }))
  return composeDeck({ ...rendered, copies }, context)
}

// A deck with notes is rendered again, so that nothing that only they refer to is published; its messages have been reported.
function withoutNotes(whole: RenderedDeck, context: DeckContext): RenderedDeck {
  const hasNotes = whole.columns.flat().some(({ notes }) => notes !== undefined)
  const rendered = hasNotes ? renderDeck(whole.deck, { ...context, report: () => undefined, withoutNotes: true }) : whole
  return { ...rendered, isWithoutSource: true }
}

// A deck that does not say its language has that of its text, if that is clearly another one than the site's.
function withLanguage(deck: Deck, site: string): Deck {
  if (deck.options.lang !== undefined) return deck
  const slides = deck.columns.flat().map(({ markdown }) => markdown)
  const lang = languageOfText(slides.join('\n'))
  return lang === undefined || lang === site.toLowerCase().split('-')[0] ? deck : { ...deck, options: { ...deck.options, lang } }
}
