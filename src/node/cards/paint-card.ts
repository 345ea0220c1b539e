import { CARD_PANEL, CARD_SIZE, type CardElement } from '../../core/pages/preview-card/card-tree.ts'
import type { CardPicture } from '../../core/pages/preview-card/preview-card.ts'
import { findPackage } from '../package/package-paths.ts'
import type { FontFile } from './card-font.ts'
import { openSvgPainter, PAINTER, type PaintSvg } from './svg-painter.ts'

/** Paints a card as JPEG. The same tree gives the same bytes on all machines. Throws where it, or the picture in its panel, cannot be painted. */
export type PaintCard = (tree: CardElement, picture?: CardPicture) => Promise<Buffer>

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
  return async (tree, picture) => {
    const data = await paint(await layOut(tree, { ...CARD_SIZE, fonts: [...fonts] }))
    if (picture && isPanelPlain(data) && !(await isSeen(picture, paint))) throw new Error('it is damaged')
    return encode({ ...CARD_SIZE, data }, QUALITY).data
  }
}

/** Whether all pixels of the panel are alike, as they are where the picture is missing. */
function isPanelPlain(pixels: Uint8Array): boolean {
  const view = new DataView(pixels.buffer, pixels.byteOffset, pixels.byteLength)
  const left = CARD_SIZE.width - CARD_PANEL.width
  const first = view.getUint32(left * 4)
  for (let y = 0; y < CARD_PANEL.height; y += 1)
    for (let x = left; x < CARD_SIZE.width; x += 1) if (view.getUint32((y * CARD_SIZE.width + x) * 4) !== first) return false
  return true
}

// resvg leaves out a picture that it cannot decode, and says nothing; here nothing else is painted.
async function isSeen({ source }: CardPicture, paint: PaintSvg): Promise<boolean> {
  const size = 'width="40" height="40"'
  const pixels = await paint(`<svg xmlns="http://www.w3.org/2000/svg" ${size}><image ${size} href="${source}"/></svg>`)
  return pixels.some((value) => value > 0)
}
