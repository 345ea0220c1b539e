import { parse, serialize } from 'parse5'
import { onCanvas } from '../../src/core/choose-styles.ts'
import { composeDeck } from '../../src/core/compose-deck.ts'
import { lintDeck } from '../../src/core/lint/lint-deck.ts'
import { pagePath, relativeUrls } from '../../src/core/pages/urls.ts'
import { deckOfPadFinder } from '../../src/core/pads/deck-of-pad.ts'
import { renderDeck } from '../../src/core/render-deck.ts'
import { readSiteOptions } from '../../src/core/config/read-site-options.ts'
import { openDocument } from '../../src/core/deck/open-document.ts'
import { parseDeck } from '../../src/core/deck/parse-deck.ts'
import type { Diagnostic } from '../../src/core/diagnostics/diagnostic.ts'
import { fillDiagram } from '../../src/core/passes/fill-diagram.ts'
import { createSanitizer } from '../../src/core/clean/sanitize.ts'
import { attributeOf, elementsBelow, isElement } from '../../src/core/tree.ts'
import { createHighlighter } from '../../src/core/markdown/highlight.ts'
import { createCssChecker } from '../../src/core/lint/css/check-css.ts'
import { createRenderer } from '../../src/core/markdown/render-markdown.ts'
import { renderTex } from '../../src/core/markdown/render-tex.ts'
import type { ClientBundle, DeckDetails, DeckSummary, PictureSize } from '../../src/core/model.ts'
import { recordReports } from './record-reports.ts'
import { stubClient } from './stub-client.ts'

export interface ComposedText {
  /** The whole page. */
  readonly page: string
  /** The page that shows it as a document. */
  readonly reading: string
  /** What stands in `.slides`, without the line breaks between slides. */
  readonly slides: string
  readonly found: readonly Diagnostic[]
  readonly places: () => readonly string[]
  readonly assets: readonly string[]
  /** What feeds contain of it. */
  readonly article: string | undefined
  readonly summary: DeckSummary
  readonly details: DeckDetails
}

export interface Surroundings {
  readonly path?: string
  readonly files?: readonly string[]
  readonly pages?: Readonly<Record<string, string>>
  /** Paths of the decks that may do more. */
  readonly trusted?: readonly string[]
  /** The sizes of pictures, none of which is known without. */
  readonly sizeOf?: (file: string) => PictureSize | undefined
  readonly client?: ClientBundle
  /** Text of site.yaml. */
  readonly site?: string
  /** Paths of decks, and the pads that they came from. */
  readonly pads?: Readonly<Record<string, string>>
}

const highlight = await createHighlighter(['js', 'yaml', 'bash', 'python', 'mermaid'])
const render = createRenderer(highlight)

/** The page of a deck, through the whole of core and nothing else. */
export function composeText(
  text: string,
  {
    path = 'deck.md',
    files = [],
    pages = {},
    site = '',
    trusted = [],
    pads = {},
    sizeOf = () => undefined,
    client = stubClient,
  }: Surroundings = {},
): ComposedText {
  const { report, found, places } = recordReports()
  const source = { path, text: text.replace(/\r\n?/g, '\n') }
  const options = readSiteOptions(site, report)
  const deck = onCanvas(parseDeck(openDocument(source, report), 'decks', report), { options, client })
  const context = {
    options,
    client,
    render,
    sanitize: createSanitizer(),
    renderTex,
    files: new Set(files),
    documents: Object.keys(pages),
    idOf: (file: string) => pages[file],
    isDraft: () => false,
    isTrusted: (file: string) => trusted.includes(file),
    sizeOf,
    isMadeSmaller: () => false,
    bytesOf: () => undefined,
    defectOf: () => undefined,
    hasLocation: () => false,
    checkCss: createCssChecker(),
    report,
  }
  const rendered = renderDeck(deck, {
    ...context,
    urls: relativeUrls(pagePath(deck.id)),
    deckOfPad: deckOfPadFinder(new Map(Object.entries(pads).map(([file, pad]) => [file, { pad, pictures: [], missing: [] }])))(path),
    isTrusted: trusted.includes(path),
    frameHosts: trusted.includes(path) ? 'any' : context.options.embeds,
  })
  lintDeck(rendered, context)
  // What a tool would draw is not what is tested here.
  for (const [index, diagram] of rendered.diagrams.entries())
    fillDiagram(diagram, { svg: '<svg viewBox="0 0 80 60"></svg>' }, `drawing${index}-`)
  const composed = composeDeck(rendered, context)
  const { summary, details } = composed
  const [page = '', reading = ''] = composed.pages.map(({ content }) => String(content))
  return {
    page,
    reading,
    slides: slidesOf(page),
    found,
    places,
    assets: summary.assets,
    article: details.article,
    summary,
    details,
  }
}

function slidesOf(page: string): string {
  const root = parse(page).childNodes.find((node) => isElement(node))
  const holder = isElement(root) ? elementsBelow(root).find((element) => attributeOf(element, 'class') === 'slides') : undefined
  if (!holder) throw new Error('the page has no slides')
  return serialize(holder).trim()
}
