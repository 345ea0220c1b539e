import { escapeHtml } from '../../escape-html.ts'
import type { BrandColours } from '../brand-colours.ts'
import { CARD_PANEL, PANEL_TINT } from './card-tree.ts'
import type { CardPicture } from './preview-card.ts'

/** An SVG of the size of the panel that a picture fills; where the picture is transparent, the colours of the panel are seen. */
export function panelSvg({ background, accent }: BrandColours, picture: CardPicture): string {
  const { width, height } = CARD_PANEL
  const scale = Math.max(width / picture.width, height / picture.height)
  const [wide, high] = [picture.width * scale, picture.height * scale]
  const at = `x="${(width - wide) / 2}" y="${(height - high) / 2}" width="${wide}" height="${high}"`
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">
<rect width="100%" height="100%" fill="${escapeHtml(background)}"/>
<rect width="100%" height="100%" fill="${escapeHtml(accent)}" opacity="${PANEL_TINT}"/>
<image ${at} preserveAspectRatio="none" href="${escapeHtml(picture.source)}"/>
</svg>`
}
