import { attributeOf, isElement, isText } from '../../tree.ts'
import type { Node, RenderedDeck, RenderedSlide } from '../../model.ts'
import { contrastOf, readColour, readDeclarations } from '../css/read-colour.ts'
import { locationFinder, spellingsOf } from '../../deck/find-location.ts'
import type { Rule, Facts } from '../rule.ts'
import { LEAST, paleRules } from '../css/sheet-contrast.ts'

/** The colours of a text and its background, as written. Both must be known for a message. */
interface Look {
  readonly colour?: string | undefined
  readonly background?: string | undefined
  /** The line on which the colour is set. */
  readonly line?: number | undefined
  readonly isSmall: boolean
}

// Background colours of themes; those with an image, a gradient or a colour scheme are unknown.
const THEME_BACKGROUNDS: Readonly<Record<string, string>> = { white: '#fff', black: '#191919' }

// The colours of themes' text, as HedgeDoc shows it.
const TEXT: Readonly<Record<string, string>> = {
  beige: '#333',
  black: '#fff',
  blood: '#eee',
  league: '#eee',
  moon: '#93a1a1',
  night: '#eee',
  serif: '#000',
  simple: '#000',
  sky: '#333',
  solarized: '#657b83',
  white: '#222',
}

// Elements to which themes give a colour or background.
const OWN_COLOUR = new Set('a h1 h2 h3 h4 h5 h6 code pre kbd mark blockquote table th td summary button cite del ins abbr sup'.split(' '))
const OWN_BACKGROUND = new Set('code pre kbd mark blockquote table th td summary button'.split(' '))

// Properties that make the contrast unknown.
const UNKNOWN_CONTRAST = [
  'text-shadow',
  'opacity',
  'filter',
  'mix-blend-mode',
  'background-image',
  'background-clip',
  '-webkit-text-stroke',
  'position',
]

/** Text in a colour set by the author that has low contrast to a known background. */
export const contrastLow: Rule = (rendered, context) => {
  const { deck, columns } = rendered
  if (!isBranded(rendered, context)) reportSheets(rendered, context)
  // A style sheet may change any background or colour.
  if (rendered.sheets.some(({ css }) => /background|shadow|!important|opacity|filter/i.test(css))) return
  const findLocation = locationFinder(deck, context.sourceLines)
  const fallback = themeBackground(rendered, context)
  const sources = deck.columns.flat()
  for (const [index, slide] of columns.flat().entries()) {
    const markdown = sources[index]?.markdown ?? ''
    // Most slides set no colours.
    if (!markdown.toLowerCase().includes('color')) continue
    const reported = new Set<string>()
    for (const { colour = '', background = '', line, isSmall } of looksOf(slide, backgroundOf(slide, markdown, fallback))) {
      const [text, behind] = [readColour(colour), readColour(background)]
      const key = `${line} ${colour} ${background}`
      if (!text || !behind || reported.has(key)) continue
      reported.add(key)
      const contrast = contrastOf(text, behind)
      // By WCAG, text of a slide is large unless it is made smaller.
      const least = isSmall ? 4.5 : 3
      if (contrast >= least) continue
      context.report('contrast-low', findLocation(line, ...spellingsOf('color', colour)), colour, background, ratioOf(contrast), `${least}`)
    }
  }
}

// In style sheets, which a brand overrides.
function reportSheets({ deck, sheets }: RenderedDeck, context: Parameters<Rule>[1]): void {
  const findLocation = locationFinder(deck, context.sourceLines)
  const { theme = context.options.theme } = deck.options
  // A picture behind all slides covers the background of the deck.
  const text = Object.hasOwn(TEXT, theme) && !hasPicture(deck) ? TEXT[theme] : undefined
  const reported = new Set<string>()
  for (const { css, line } of sheets) {
    for (const { colour, background, contrast, linesBefore } of paleRules(css, text)) {
      const at = line + linesBefore
      if (reported.has(`${at} ${colour}`)) continue
      reported.add(`${at} ${colour}`)
      context.report('contrast-low', findLocation(at, background), colour, background, ratioOf(contrast), `${LEAST}`)
    }
  }
}

// Rounded down: 2.96 is not 3.
const ratioOf = (contrast: number) => (Math.floor(contrast * 10) / 10).toFixed(1)

function hasPicture({ options: { reveal } }: RenderedDeck['deck']): boolean {
  return reveal.parallaxBackgroundImage !== undefined && reveal.parallaxBackgroundImage !== ''
}

function isBranded({ deck }: RenderedDeck, { options }: Facts): boolean {
  return options.brand !== 'none' && deck.options.brand !== 'none'
}

function themeBackground(rendered: RenderedDeck, facts: Facts): string | undefined {
  const { theme = facts.options.theme } = rendered.deck.options
  return isBranded(rendered, facts) || hasPicture(rendered.deck) || !Object.hasOwn(THEME_BACKGROUNDS, theme)
    ? undefined
    : THEME_BACKGROUNDS[theme]
}

function backgroundOf({ attributes }: RenderedSlide, markdown: string, fallback: string | undefined): string | undefined {
  const names = Object.keys(attributes).filter((name) => name.startsWith('data-background'))
  const [name] = names
  if (names.length > 1 || attributes['style'] !== undefined || attributes['class'] !== undefined) return undefined
  if (name !== undefined) return name === 'data-background' || name === 'data-background-color' ? attributes[name] : undefined
  // An image that was refused or is missing may still be the background in the original deck.
  return markdown.includes('data-background') ? undefined : fallback
}

function looksOf({ tree, lines }: RenderedSlide, background: string | undefined): Look[] {
  const found: Look[] = []
  const open: { readonly node: Node; readonly look: Look }[] = tree.childNodes
    .toReversed()
    .map((node) => ({ node, look: { background, isSmall: false } }))
  for (let next = open.pop(); next; next = open.pop()) {
    const { node, look } = next
    if (isText(node) && look.colour !== undefined && look.background !== undefined && node.value.trim() !== '') found.push(look)
    if (!isElement(node)) continue
    const own = lookOf(node, look, lines.get(node))
    if (own) for (const child of node.childNodes.toReversed()) open.push({ node: child, look: own })
  }
  return found
}

/** The colours inside an element; `undefined` if they are unknown. */
function lookOf(element: Extract<Node, { tagName: string }>, around: Look, line: number | undefined): Look | undefined {
  // A class may have any style: an alert, a column, a formula.
  const classes = (attributeOf(element, 'class') ?? '').split(' ').filter((name) => name !== '' && name !== 'fragment')
  const style = readDeclarations(attributeOf(element, 'style') ?? '')
  if (classes.length > 0 || UNKNOWN_CONTRAST.some((name) => style.has(name))) return undefined
  const name = element.tagName
  const colour = style.get('color') ?? (name === 'font' ? attributeOf(element, 'color') : undefined)
  const background = style.get('background-color') ?? style.get('background')
  const size = style.get('font-size')
  return {
    ...(colour === undefined ? (OWN_COLOUR.has(name) ? {} : { colour: around.colour, line: around.line }) : { colour, line }),
    background: background ?? (OWN_BACKGROUND.has(name) ? undefined : around.background),
    isSmall: size === undefined ? around.isSmall : /^(\d+(\.\d+)?)px$/.test(size) && Number.parseFloat(size) < 18.66,
  }
}
