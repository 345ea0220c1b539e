import { attributeOf, isElement, isText } from '../../tree.ts'
import type { Node, RenderedDeck, RenderedSlide } from '../../model.ts'
import { contrastOf, readColour, readDeclarations } from '../css/read-colour.ts'
import { locationFinder, spellingsOf } from '../../deck/find-location.ts'
import type { Rule, Facts } from '../rule.ts'

/** The colours around a text, as written. Nothing is reported unless both are known. */
interface Look {
  readonly colour?: string | undefined
  readonly background?: string | undefined
  /** The line on which the colour is set. */
  readonly line?: number | undefined
  readonly isSmall: boolean
}

// A theme's own paper; those with a picture, a gradient or a scheme are not known.
const PAPER: Readonly<Record<string, string>> = { white: '#fff', black: '#191919' }

// Themes give these a colour or a background of their own.
const OWN_COLOUR = new Set('a h1 h2 h3 h4 h5 h6 code pre kbd mark blockquote table th td summary button cite del ins abbr sup'.split(' '))
const OWN_BACKGROUND = new Set('code pre kbd mark blockquote table th td summary button'.split(' '))

// What makes a look that cannot be told from a colour alone.
const UNTELLABLE = [
  'text-shadow',
  'opacity',
  'filter',
  'mix-blend-mode',
  'background-image',
  'background-clip',
  '-webkit-text-stroke',
  'position',
]

/** Text in a colour of its author's that is hard to read on a background that is known for certain. */
export const contrastLow: Rule = (rendered, context) => {
  const { deck, columns } = rendered
  // A style sheet may change any background or colour of the deck.
  if (rendered.sheets.some(({ css }) => /background|shadow|!important|opacity|filter/i.test(css))) return
  const findLocation = locationFinder(deck, context.sourceLines)
  const paper = paperOf(rendered, context)
  const sources = deck.columns.flat()
  for (const [index, slide] of columns.flat().entries()) {
    const markdown = sources[index]?.markdown ?? ''
    // Most slides leave the colours to the theme.
    if (!markdown.toLowerCase().includes('color')) continue
    const said = new Set<string>()
    for (const { colour = '', background = '', line, isSmall } of looksOf(slide, backgroundOf(slide, markdown, paper))) {
      const [text, behind] = [readColour(colour), readColour(background)]
      const key = `${line} ${colour} ${background}`
      if (!text || !behind || said.has(key)) continue
      said.add(key)
      const contrast = contrastOf(text, behind)
      // Text of a slide is large in the sense of WCAG unless it is made smaller.
      const least = isSmall ? 4.5 : 3
      if (contrast >= least) continue
      // Rounded down: 2.96 is not 3.
      const ratio = (Math.floor(contrast * 10) / 10).toFixed(1)
      context.report('contrast-low', findLocation(line, ...spellingsOf('color', colour)), colour, background, ratio, `${least}`)
    }
  }
}

function paperOf({ deck }: RenderedDeck, { options }: Facts): string | undefined {
  const { reveal, brand, theme = options.theme } = deck.options
  const isBranded = options.brand !== 'none' && brand !== 'none'
  const hasPicture = reveal.parallaxBackgroundImage !== undefined && reveal.parallaxBackgroundImage !== ''
  return isBranded || hasPicture || !Object.hasOwn(PAPER, theme) ? undefined : PAPER[theme]
}

function backgroundOf({ attributes }: RenderedSlide, markdown: string, paper: string | undefined): string | undefined {
  const names = Object.keys(attributes).filter((name) => name.startsWith('data-background'))
  const [name] = names
  if (names.length > 1 || attributes['style'] !== undefined || attributes['class'] !== undefined) return undefined
  if (name !== undefined) return name === 'data-background' || name === 'data-background-color' ? attributes[name] : undefined
  // A picture that was refused, or is missing, is behind the text all the same where the deck comes from.
  return markdown.includes('data-background') ? undefined : paper
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

/** What is known inside an element; `undefined` if nothing is certain. */
function lookOf(element: Extract<Node, { tagName: string }>, around: Look, line: number | undefined): Look | undefined {
  // A class may mean anything: an alert, a column, a formula.
  const classes = (attributeOf(element, 'class') ?? '').split(' ').filter((name) => name !== '' && name !== 'fragment')
  const style = readDeclarations(attributeOf(element, 'style') ?? '')
  if (classes.length > 0 || UNTELLABLE.some((name) => style.has(name))) return undefined
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
