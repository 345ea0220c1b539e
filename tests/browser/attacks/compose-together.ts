import { type ComposeContext, composeDeck } from '../../../src/core/compose-deck.ts'
import { lintDeck } from '../../../src/core/lint/lint-deck.ts'
import { pagePath, relativeUrls } from '../../../src/core/pages/urls.ts'
import { renderDeck } from '../../../src/core/render-deck.ts'
import { readSiteOptions } from '../../../src/core/config/read-site-options.ts'
import { openDocument } from '../../../src/core/deck/open-document.ts'
import { parseDeck } from '../../../src/core/deck/parse-deck.ts'
import { fillDiagram } from '../../../src/core/passes/fill-diagram.ts'
import { createSanitizer, type Sanitize } from '../../../src/core/clean/sanitize.ts'
import { createHighlighter } from '../../../src/core/markdown/highlight.ts'
import { createCssChecker } from '../../../src/core/lint/css/check-css.ts'
import { createRenderer } from '../../../src/core/markdown/render-markdown.ts'
import { renderTex } from '../../../src/core/markdown/render-tex.ts'
import type { ClientBundle, Deck } from '../../../src/core/model.ts'

const highlight = await createHighlighter(['js', 'yaml', 'bash', 'python', 'mermaid'])

export interface Composing {
  readonly client: ClientBundle
  readonly sanitize?: Sanitize
  /** The owner of the site lets the decks load from other servers. */
  readonly isTrusted?: boolean
}

/**
 * One page that holds several decks, their slides one after the other: each is taken apart by itself, so none can reach
 * into the text of the next. The options are those of the first.
 */
export function composeTogether(texts: readonly string[], { client, sanitize = createSanitizer(), isTrusted = false }: Composing): string {
  const report = () => undefined
  const decks = texts.map((text) => {
    const source = { path: 'deck.md', text: text.replace(/\r\n?/g, '\n').replaceAll('\0', '\ufffd') }
    return parseDeck(openDocument(source, report), 'decks', report)
  })
  const [first] = decks
  if (!first) throw new Error('there is no deck')
  const deck: Deck = { ...first, columns: decks.flatMap(({ columns }) => columns) }
  const context: ComposeContext = {
    options: readSiteOptions('', report),
    client,
    render: createRenderer(highlight),
    sanitize,
    renderTex,
    documents: [],
    files: new Set(),
    idOf: () => undefined,
    isDraft: () => false,
    isTrusted: () => isTrusted,
    sizeOf: () => undefined,
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
    isTrusted,
    frameHosts: isTrusted ? 'any' : context.options.embeds,
  })
  lintDeck(rendered, context)
  // What a tool would draw is tried where decks are built.
  for (const [index, diagram] of rendered.diagrams.entries())
    fillDiagram(diagram, { svg: '<svg viewBox="0 0 80 60"></svg>' }, `drawing${index}-`)
  return String(composeDeck(rendered, context).pages[0]?.content ?? '')
}
