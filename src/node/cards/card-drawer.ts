import { setImmediate } from 'node:timers/promises'
import type { CardElement } from '../../core/pages/preview-card/card-tree.ts'
import { caches, openCache } from '../cache.ts'
import { isMachineFault, reasonInLine } from '../files/system-errors.ts'
import { sha256 } from '../files/sha256.ts'
import { type CardFont } from './card-font.ts'
import { painterVersions, type PaintCard, loadCardPainter } from './paint-card.ts'

/** A card that is to be drawn. */
export interface CardJob {
  readonly tree: CardElement
  /** The same without the picture of the deck, if it has one: for pictures that cannot be drawn. */
  readonly plain?: CardElement
}

export type DrawnCard = { readonly jpeg: Buffer } | { readonly problem: string }

/** Draws one card, or takes it from the cache if it has been drawn before. */
export type CardDrawer = (job: CardJob) => Promise<DrawnCard>

// Part of the cache key: increase it if cards are drawn in another way.
const VERSION = '1'

/** A drawer of cards, which loads its packages with the first card that is not cached. `folder` is that of the cache. */
export function openCardDrawer(font: CardFont, folder: string | undefined): CardDrawer {
  const cache = folder === undefined ? undefined : openCache(folder, caches.cards)
  const versions = [VERSION, font.version, ...painterVersions()]
  let loading: Promise<PaintCard> | undefined
  return async ({ tree, plain }) => {
    const key = [...versions, sha256(JSON.stringify(tree))]
    const known = cache?.read(key)
    if (known) return { jpeg: known }
    // Lets the lock of the output folder be refreshed, and signals be handled.
    await setImmediate()
    try {
      const draw = await (loading ??= loadCardPainter(font.files))
      const jpeg = await draw(tree).catch((cause: unknown) => {
        if (plain === undefined) throw cause
        return draw(plain)
      })
      cache?.write(key, jpeg)
      return { jpeg }
    } catch (cause) {
      if (isMachineFault(cause)) throw cause
      return { problem: reasonInLine(cause) }
    }
  }
}
