import type { PictureCopies, PictureCopy, PictureSize, RenderedDeck, Urls } from '../model.ts'
import { attributeOf, setAttribute } from '../tree.ts'

export interface FillContext {
  readonly urls: Urls
  /** The size of a picture. */
  readonly sizeOf: (path: string) => PictureSize | undefined
}

// Slides are one below the other then, and not scaled.
const PHONE = '(max-width: 480px)'

/**
 * Lets browsers choose from the copies of the pictures of a deck, which are given by the paths of these; `src` stays the picture itself.
 * Changes the trees of the deck, and returns the copies by addresses.
 */
export function fillPictures(
  { deck, pictures }: RenderedDeck,
  copies: ReadonlyMap<string, readonly PictureCopy[]>,
  { urls, sizeOf }: FillContext,
): PictureCopies {
  const byAddress = new Map(
    [...copies].map(([path, sizes]) => [urls.asset(path), sizes.map((copy) => ({ address: urls.asset(copy.path), width: copy.width }))]),
  )
  const { width, height } = deck.options.reveal
  const slide = { width: numberOr(width, 960), height: numberOr(height, 700) }
  for (const { path, element } of pictures) {
    const choice = byAddress.get(urls.asset(path))
    const own = sizeOf(path)?.width
    if (!element || !choice || own === undefined) continue
    setAttribute(element, 'srcset', choice.map((copy) => `${copy.address} ${copy.width}w`).join(', '))
    setAttribute(element, 'sizes', shownWidth(attributeOf(element, 'width') ?? '', { own, slide }))
  }
  return byAddress
}

// A picture is as wide as this says wherever a layout asks for its own width, as in tables and in rows of flexible boxes: so on slides, which are scaled, it
// has the width of the picture itself.
function shownWidth(written: string, { own, slide }: { readonly own: number; readonly slide: PictureSize }): string {
  const pixels = /^\d+(?=(px)?$)/.exec(written.trim())?.[0]
  if (pixels === undefined) return `${PHONE} min(100vw, ${own}px), ${own}px`
  const share = Math.min(1, Number(pixels) / slide.width)
  return `min(${percent(share)}vw, ${percent((share * slide.width) / slide.height)}vh)`
}

const percent = (share: number) => Number((share * 100).toFixed(1))

// The size of a slide can also be a percentage of the window.
function numberOr(value: number | string | undefined, otherwise: number): number {
  return typeof value === 'number' ? value : otherwise
}
