import path from 'node:path'
import { composeDeck, openDeck } from '../core/compose-deck.ts'
import type { ComposedDeck, ComposeContext } from '../core/compose-deck.ts'
import { SITE_FILE } from '../core/config/read-site-options.ts'
import { parseDeck } from '../core/deck/parse-deck.ts'
import type { Document } from '../core/deck/parse-deck.ts'
import { didYouMean } from '../core/diagnostics/nearest.ts'
import type { Diagnostic } from '../core/diagnostics/diagnostic.ts'
import { fillDiagram } from '../core/html/fill-diagram.ts'
import { createSanitizer } from '../core/html/sanitize.ts'
import { createRenderer } from '../core/markdown/render-markdown.ts'
import type { ClientBundle, DeckSummary, RenderedDeck, Site } from '../core/model.ts'
import type { Drawer } from './diagrams/open-drawer.ts'
import { pictureSize } from './picture-size.ts'
import { loadRenderers } from './load-renderers.ts'
import type { Renderers } from './load-renderers.ts'
import { readContent } from './read-content.ts'
import type { Content } from './read-content.ts'

// More make a browser stand still before it shows the first.
const MOST_SLIDES = 5000

/** What pages are made with. */
export interface Tools {
  readonly client: ClientBundle
  readonly drawer: Drawer
}

/** A site with all its decks composed; each page has been handed on and forgotten. */
export interface LoadedSite {
  readonly site: Site
  readonly content: Content
  readonly diagnostics: readonly Diagnostic[]
}

/**
 * The pipeline: a folder becomes pages, one deck at a time, so that a thousand need no more memory than one.
 * `onDeck` gets each page as soon as it is made. Throws where the root is no readable folder.
 */
export async function loadSite(
  root: string,
  { client, drawer }: Tools,
  onDeck: (deck: ComposedDeck, done: number, all: number) => void,
): Promise<LoadedSite> {
  const content = readContent(root)
  const compose = deckComposer(content, { client, drawer }, await loadRenderers(content))
  const decks: DeckSummary[] = []
  for (const document of content.decks) {
    const composed = await compose(document)
    if (!composed) continue
    decks.push(composed.summary)
    onDeck(composed, decks.length, content.decks.length)
    // Somebody may want to stop it.
    if (decks.length % 20 === 0) await new Promise(setImmediate)
  }
  return { site: { options: content.options, decks }, content, diagnostics: content.diagnostics }
}

/** What makes the page of one deck of a site; `undefined`, with a report, where that fails. */
export function deckComposer(
  content: Content,
  { client, drawer }: Tools,
  { highlight, ...renderers }: Renderers,
): (document: Document) => Promise<ComposedDeck | undefined> {
  const { options, pages, report, tree } = content
  checkNames(content, client)
  const context: ComposeContext = {
    options,
    client,
    render: createRenderer(highlight),
    sanitize: createSanitizer(),
    ...renderers,
    files: tree.files,
    sizeOf: (file) => pictureSize(path.join(content.root, file)),
    pages,
    ...(drawer.script ? { diagramScript: drawer.script.name } : {}),
    report,
  }
  return async (document) => {
    try {
      const deck = parseDeck(document, tree.name, report)
      const slides = deck.columns.flat().length
      if (slides > MOST_SLIDES) {
        report('deck-too-large', { file: document.source.path }, `${slides} slides`, `${MOST_SLIDES}`)
        return undefined
      }
      const rendered = openDeck(deck, context)
      if (rendered.diagrams.length > 0) await drawDiagrams(rendered, drawer, report)
      return composeDeck(rendered, context)
    } catch (cause) {
      // Ours, not the author's; the other decks are built all the same.
      report('deck-failed', { file: document.source.path }, cause instanceof Error ? cause.message : String(cause))
      return undefined
    }
  }
}

async function drawDiagrams({ deck, diagrams }: RenderedDeck, drawer: Drawer, report: Content['report']): Promise<void> {
  const file = deck.source.path
  let isLater = false
  for (const [index, diagram] of diagrams.entries()) {
    const drawing = await drawer.draw(diagram)
    const problem = fillDiagram(diagram, drawing, `drawing${index}-`)
    if (problem) report('diagram-invalid', { file, line: diagram.line + (problem.line ?? 0) - 1 }, problem.problem)
    if (!('later' in drawing) || isLater) continue
    isLater = true
    report('diagram-later', { file, line: diagram.line - 1 }, `${((drawer.script?.bytes ?? 0) / 1e6).toFixed(1)} MB`, drawer.why())
  }
}

function checkNames({ options, report }: Content, { themes, brands }: ClientBundle): void {
  const check = (code: 'theme-unknown' | 'brand-unknown', name: string, known: object) => {
    const names = Object.keys(known)
    if (!names.includes(name)) report(code, { file: SITE_FILE }, name, didYouMean(name, names), names.join(', '))
  }
  check('theme-unknown', options.theme, themes)
  if (options.brand !== 'none') check('brand-unknown', options.brand, brands)
}
