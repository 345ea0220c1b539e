import { SITE_FILE } from '../../core/config/site-file.ts'
import { pagesOfDeck } from '../../core/outputs/outputs-of-deck.ts'
import { brandColours } from '../../core/pages/brand-colours.ts'
import { type CardLook, deckPreviewCard, type PreviewCard, sitePreviewCard } from '../../core/pages/preview-card/preview-card.ts'
import { cardTree } from '../../core/pages/preview-card/card-tree.ts'
import { panelSvg } from '../../core/pages/preview-card/panel-svg.ts'
import { withoutCard } from '../../core/pages/link-preview.ts'
import { INDEX_PAGE, SITE_CARD } from '../../core/pages/urls.ts'
import { type CardFont, readCardFont } from '../cards/card-font.ts'
import { coverPicture, logoPicture } from '../cards/card-picture.ts'
import { type DrawnCard, openCardDrawer } from '../cards/card-drawer.ts'
import { reasonInLine } from '../files/system-errors.ts'
import type { FileTools, FinishedSite, MakeDeckFiles } from './finished-site.ts'

type CardTools = Pick<FileTools, 'client' | 'cardCache'>
type Draw = (card: PreviewCard, cover?: string) => Promise<DrawnCard>

/** Draws the cards of decks. The pages of a deck that gets none do not name one. */
export const makeDeckCards: MakeDeckFiles = async (decks, { name, pathOf }, site, tools) => {
  const { content, writer } = site
  const { options, report } = content
  const failed = new Set(site.decks)
  await withDrawer(site, tools, async (draw, { canDraw }) => {
    for (const [index, deck] of decks.entries()) {
      const drawn = await draw(deckPreviewCard(deck, options, canDraw), deck.cover)
      if ('problem' in drawn) {
        report('card-missing', { file: deck.path }, drawn.problem)
        continue
      }
      if (drawn.pictureProblem !== undefined) report('card-picture', { file: deck.path }, deck.cover ?? '', drawn.pictureProblem)
      writer.write({ path: pathOf(deck.id), content: drawn.jpeg })
      failed.delete(deck)
      tools.onFile?.(name, index + 1, decks.length)
    }
  })
  for (const deck of failed) {
    for (const output of pagesOfDeck(options)) {
      const file = output.pathOf(deck.id)
      if (file.endsWith('.html')) writer.change(file, (page) => withoutCard(page, options, deck))
    }
  }
}

/** Draws the card of the index page, which does not name it where that fails. */
export async function makeSiteCard(site: FinishedSite, tools: CardTools): Promise<void> {
  const { content, writer } = site
  const { options, report } = content
  let isDrawn = false
  await withDrawer(site, tools, async (draw, { canDraw }) => {
    const drawn = await draw(sitePreviewCard(options, canDraw))
    if ('problem' in drawn) return report('card-missing', { file: SITE_FILE }, drawn.problem)
    writer.write({ path: SITE_CARD, content: drawn.jpeg })
    isDrawn = true
  })
  if (!isDrawn) writer.change(INDEX_PAGE, (page) => withoutCard(page, options))
}

async function withDrawer(
  { folder, content: { root, options, report } }: FinishedSite,
  { client, cardCache }: CardTools,
  work: (draw: Draw, font: CardFont) => Promise<void>,
): Promise<void> {
  let font: CardFont
  try {
    font = readCardFont()
  } catch (cause) {
    report('card-missing', { file: SITE_FILE }, reasonInLine(cause))
    return
  }
  const drawer = openCardDrawer(font, cardCache)
  const logo = options.logo === undefined ? undefined : logoPicture(folder, options.logo)
  const look: CardLook = { colours: brandColours(client.brands[options.brand]), logo }
  await work((card, cover) => {
    const plain = cardTree(card, look)
    const picture = cover === undefined ? undefined : coverPicture(root, cover)
    return drawer({
      plain,
      pictured: picture && { tree: cardTree(card, look, 'picture'), panel: { svg: panelSvg(look.colours, picture), picture } },
    })
  }, font)
}
