import type { BrandColours } from '../brand-colours.ts'
import type { CardLook, CardPicture, PreviewCard } from './preview-card.ts'

/** An element of the picture: a box with text or other boxes, laid out by flexbox. Texts are only ever text. */
export interface CardElement {
  readonly type: 'div' | 'img'
  readonly props: CardProperties
}

interface CardProperties {
  readonly style: Readonly<Record<string, string | number>>
  readonly children?: readonly CardElement[] | string
  readonly src?: string
  readonly width?: number
  readonly height?: number
}

/** In pixels, as previews are wanted by all who show them. */
export const CARD_SIZE = { width: 1200, height: 630 } as const

/** At the right of the card. */
export const CARD_PANEL = { width: 360, height: CARD_SIZE.height } as const

/** The opacity of the accent colour on the panel. */
export const PANEL_TINT = 0.14

/** Families in the order in which they are asked for a character. */
export const CARD_FONTS = ['Lato', 'Lato Extended'] as const

const MARGIN = 72
const GUTTER = 56
const AT_CORNER = { position: 'absolute', top: 0, left: 0 } as const
const LOGO = { width: 320, height: 48 }

// In em, of characters of Lato Bold with the spacing of titles; rather too wide.
const ADVANCES: readonly (readonly [characters: RegExp, advance: number])[] = [
  [/[ijl|!'.,:;()tfrI ]/, 0.3],
  [/[mwMW@%\u2014\u2026]/, 0.86],
  [/\p{Lu}/u, 0.62],
]
const ADVANCE = 0.51

interface TitleSize {
  readonly size: number
  readonly lines: number
}

// The last is for titles that nothing fits; they end with an ellipsis.
const SMALLEST: TitleSize = { size: 46, lines: 3 }
const SIZES: readonly TitleSize[] = [{ size: 76, lines: 1 }, { size: 60, lines: 2 }, SMALLEST]

/** The tree of a card: name of the site, title, date and what it is about, beside a tile, or beside a panel that is left empty for a picture. */
export function cardTree(card: PreviewCard, look: CardLook, beside: 'tile' | 'picture' = 'tile'): CardElement {
  const { colours } = look
  const width = CARD_SIZE.width - MARGIN - GUTTER - CARD_PANEL.width
  const column = box(
    { flexDirection: 'column', justifyContent: 'space-between', width, height: CARD_SIZE.height - 2 * MARGIN, margin: MARGIN },
    [header(card, look, width), heading(card, look, width), about(card, look, width)],
  )
  const ground = { ...CARD_SIZE, backgroundColor: colours.background, color: colours.text, fontFamily: CARD_FONTS.join(', ') }
  return box(ground, beside === 'picture' ? [column] : [column, tile(card, colours)])
}

function header({ site }: PreviewCard, { logo, colours }: CardLook, width: number): CardElement {
  const image = logo && within(logo, LOGO)
  const left = width - (image ? image.width + 24 : 0)
  return box({ alignItems: 'center', height: LOGO.height }, [
    ...(logo && image ? [pictureOf(logo, { ...image, marginRight: 24 })] : []),
    ...(site === '' ? [] : [line(site, { fontSize: 28, fontWeight: 700, color: colours.quiet, maxWidth: left }, 1)]),
  ])
}

function heading({ title, date }: PreviewCard, { colours }: CardLook, width: number): CardElement {
  const { size, lines } = sizeOf(title, width)
  const style = { fontSize: size, fontWeight: 700, lineHeight: 1.12, letterSpacing: '-0.022em', maxWidth: width }
  return box({ flexDirection: 'column' }, [
    box({ width: 72, height: 8, backgroundColor: colours.accent, marginBottom: 28 }, []),
    ...(title === '' ? [] : [line(title, style, lines)]),
    ...(date === '' ? [] : [line(date, { fontSize: 42, fontWeight: 700, color: colours.link, marginTop: 14, maxWidth: width }, 1)]),
  ])
}

function about(card: PreviewCard, { colours }: CardLook, width: number): CardElement {
  return box(
    { flexDirection: 'column' },
    aboutTexts(card, { fontSize: 28, lineHeight: 1.36, color: colours.quiet, maxWidth: width }, width),
  )
}

function aboutTexts({ title, headings, description }: PreviewCard, style: CardProperties['style'], width: number): readonly CardElement[] {
  if (headings.length > 0) {
    const rows = sizeOf(title, width).lines === 1 ? 4 : 3
    return headings.slice(0, rows).map((text) => line(text, style, 1))
  }
  return description === '' ? [] : [line(description, style, 3)]
}

function tile({ day }: PreviewCard, colours: BrandColours): CardElement {
  const tint = box({ ...AT_CORNER, ...CARD_PANEL, backgroundColor: colours.accent, opacity: PANEL_TINT }, [])
  const place = { position: 'absolute', top: 0, right: 0, overflow: 'hidden' } as const
  return box({ ...CARD_PANEL, ...place }, [tint, ...(day === '' ? slides(colours) : [numeral(day, colours)])])
}

// Cut by the lower edge.
function numeral(day: string, { accent }: BrandColours): CardElement {
  const style = { position: 'absolute', left: 0, bottom: -78, width: CARD_PANEL.width, justifyContent: 'center' } as const
  return box(style, [line(day, { fontSize: 270, fontWeight: 700, lineHeight: 1, letterSpacing: '-0.04em', color: accent }, 1)])
}

// Slides that lie on each other, cut by the right edge.
function slides({ accent }: BrandColours): readonly CardElement[] {
  return [0.3, 0.55, 1].map((opacity, index) =>
    box(
      {
        position: 'absolute',
        left: 152 - 44 * index,
        top: 170 + 56 * index,
        width: 320,
        height: 180,
        borderRadius: 16,
        backgroundColor: accent,
        opacity,
      },
      [],
    ),
  )
}

function pictureOf(
  { source }: CardPicture,
  style: { readonly width: number; readonly height: number } & CardProperties['style'],
): CardElement {
  return { type: 'img', props: { src: source, width: style.width, height: style.height, style } }
}

// Long words are broken, since they would be cut at the edge.
function line(text: string, style: CardProperties['style'], lines: number): CardElement {
  return { type: 'div', props: { style: { ...style, display: 'block', wordBreak: 'break-word', lineClamp: lines }, children: text } }
}

function box(style: CardProperties['style'], children: readonly CardElement[]): CardElement {
  return { type: 'div', props: { style: { display: 'flex', ...style }, children } }
}

function within({ width, height }: CardPicture, most: typeof LOGO): typeof LOGO {
  const scale = Math.min(most.width / width, most.height / height)
  return { width: Math.round(width * scale), height: Math.round(height * scale) }
}

function sizeOf(title: string, width: number): TitleSize {
  const longest = Math.max(...title.split(' ').map(advanceOf))
  // Lines before the last end at words, so they are not full.
  const fits = ({ size, lines }: TitleSize) => advanceOf(title) * size < width * (1 + 0.8 * (lines - 1)) && longest * size < width
  return SIZES.find(fits) ?? SMALLEST
}

function advanceOf(text: string): number {
  const advances = Array.from(text, (character) => ADVANCES.find(([characters]) => characters.test(character))?.[1] ?? ADVANCE)
  return advances.reduce((sum, advance) => sum + advance, 0)
}
