import { setImmediate } from 'node:timers/promises'
import type { CardElement } from '../../core/pages/preview-card/card-tree.ts'
import { caches, openCache } from '../cache.ts'
import { isMachineFault, reasonInLine } from '../files/system-errors.ts'
import { sha256 } from '../files/sha256.ts'
import { type CardFont } from './card-font.ts'
import { type CardPanel, loadCardPainter, type PaintCard, painterVersions } from './paint-card.ts'

/** A card that is to be drawn. */
export interface CardJob {
  /** The card without the picture of the deck. */
  readonly plain: CardElement
  /** The card without the tile, and the picture in its place, if the deck has one. */
  readonly pictured?: { readonly tree: CardElement; readonly panel: CardPanel }
}

/** `pictureProblem` says why a card lacks the picture of its deck. */
export type DrawnCard = { readonly jpeg: Buffer; readonly pictureProblem?: string } | { readonly problem: string }

/** Draws one card, or takes it from the cache if it has been drawn before. */
export type CardDrawer = (job: CardJob) => Promise<DrawnCard>

// Part of the cache key: increase it if cards are drawn in another way.
const VERSION = '3'

/** A drawer of cards, which loads its packages with the first card that is not cached. `folder` is that of the cache. */
export function openCardDrawer(font: CardFont, folder: string | undefined): CardDrawer {
  const cache = folder === undefined ? undefined : openCache(folder, caches.cards)
  const versions = [VERSION, font.version, ...painterVersions()]
  let loading: Promise<PaintCard> | undefined
  const draw = async (tree: CardElement, panel?: CardPanel): Promise<DrawnCard> => {
    const key = [...versions, sha256(JSON.stringify([tree, panel?.svg]))]
    const known = cache?.read(key)
    if (known) return { jpeg: known }
    // Lets the lock of the output folder be refreshed, and signals be handled.
    await setImmediate()
    try {
      const paint = await (loading ??= loadCardPainter(font.files))
      const jpeg = await paint(tree, panel)
      cache?.write(key, jpeg)
      return { jpeg }
    } catch (cause) {
      if (isMachineFault(cause)) throw cause
      return { problem: reasonInLine(cause) }
    }
  }
  return async ({ plain, pictured }) => {
    if (!pictured) return draw(plain)
    const drawn = await draw(pictured.tree, pictured.panel)
    if ('jpeg' in drawn) return drawn
    const rest = await draw(plain)
    return 'jpeg' in rest ? { ...rest, pictureProblem: drawn.problem } : rest
  }
}
