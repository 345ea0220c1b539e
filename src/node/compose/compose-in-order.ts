import type { Document } from '../../core/deck/open-document.ts'
import type { Composer, Composition } from './composer.ts'

/** A deck as it was read, and what became of it. */
export interface ComposedDocument extends Composition {
  readonly document: Document
}

/**
 * Composes decks, several at the same time if the composer can, and yields them in their order, each SVG file with the first deck that shows it.
 * While a deck takes long, only a few of those after it are composed.
 */
export async function* composeInOrder(composer: Composer, documents: Iterable<Document>): AsyncGenerator<ComposedDocument> {
  // Of several threads, none waits for the deck that is the next in order.
  const most = composer.atOnce === 1 ? 1 : composer.atOnce * 2
  const started: Promise<ComposedDocument>[] = []
  const shown = new Set<string>()
  const withNewDrawings = (composed: ComposedDocument): ComposedDocument => {
    const drawings = composed.drawings.filter(({ path }) => !shown.has(path) && shown.add(path))
    return { ...composed, drawings }
  }
  for (const document of documents) {
    const composed = composer.compose(document).then((composition) => ({ ...composition, document }))
    // It is thrown when it is its turn.
    composed.catch(() => undefined)
    started.push(composed)
    const next = started.length === most ? started.shift() : undefined
    if (next) yield withNewDrawings(await next)
  }
  for (const rest of started) yield withNewDrawings(await rest)
}
