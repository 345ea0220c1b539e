import { CARD_PANEL, CARD_SIZE, type CardElement } from '../../core/pages/preview-card/card-tree.ts'
import type { CardPicture } from '../../core/pages/preview-card/preview-card.ts'
import { findPackage } from '../package/package-paths.ts'
import type { FontFile } from './card-font.ts'
import { openSvgPainter, PAINTER, type PaintSvg } from './svg-painter.ts'

/** The panel of a card with a picture, as SVG. */
export interface CardPanel {
  readonly svg: string
  readonly picture: CardPicture
}

/** Paints a card as JPEG. The same input gives the same bytes on all machines. Throws where the card, or the picture in its panel, cannot be painted. */
export type PaintCard = (tree: CardElement, panel?: CardPanel) => Promise<Buffer>

const [LAYOUT, ENCODER] = ['satori', 'jpeg-js'] as const
// Of 100: text stays clean, and a photo has a third of the bytes of a PNG, which some messengers would not load.
const QUALITY = 88

/** The versions of what paints cards. */
export function painterVersions(): readonly string[] {
  return [LAYOUT, PAINTER, ENCODER].map((name) => `${name} ${findPackage(name)?.version}`)
}

/**
 * Loads what paints cards, which takes a quarter of a second: satori lays the text out and turns it into paths, resvg paints them and the pictures,
 * and jpeg-js encodes the result.
 */
export async function loadCardPainter(fonts: readonly FontFile[]): Promise<PaintCard> {
  const [{ default: layOut }, { encode }] = await Promise.all([import('satori'), import('jpeg-js')])
  const paint = openSvgPainter()
  return async (tree, panel) => {
    const data = await paint(await layOut(tree, { ...CARD_SIZE, fonts: [...fonts] }))
    if (panel) {
      // Not in the card: there, cutting the picture to the panel takes longer than anything else.
      const pixels = await paint(panel.svg)
      if (isPlain(pixels) && !(await isSeen(panel.picture, paint))) throw new Error('it is damaged')
      placeAtRight(pixels, data)
    }
    return encode({ ...CARD_SIZE, data }, QUALITY).data
  }
}

/** Whether all pixels are alike, as they are where the picture is missing. */
function isPlain(pixels: Uint8Array): boolean {
  const colours = new Uint32Array(pixels.buffer, pixels.byteOffset, pixels.byteLength / 4)
  return colours.every((colour) => colour === colours[0])
}

// Four bytes a pixel.
function placeAtRight(panel: Uint8Array, card: Uint8Array): void {
  const [row, cardRow] = [CARD_PANEL.width * 4, CARD_SIZE.width * 4]
  for (let y = 0; y < CARD_PANEL.height; y += 1) card.set(panel.subarray(y * row, (y + 1) * row), (y + 1) * cardRow - row)
}

// resvg leaves out a picture that it cannot decode, and says nothing; here nothing else is painted.
async function isSeen({ source }: CardPicture, paint: PaintSvg): Promise<boolean> {
  const size = 'width="40" height="40"'
  const pixels = await paint(`<svg xmlns="http://www.w3.org/2000/svg" ${size}><image ${size} href="${source}"/></svg>`)
  return pixels.some((value) => value > 0)
}
