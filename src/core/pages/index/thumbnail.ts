import { serialize } from 'parse5'
import { escapeHtml } from '../../escape-html.ts'
import { elementsBelow, copyTree, hasClass } from '../../tree.ts'
import type { Thumbnail, RenderedDeck, RenderedSlide, StyleBundle, Tree, Element } from '../../model.ts'
import { fromRoot, pagePath } from '../urls.ts'
import { backgroundStyle, isDark } from '../../shared/background.ts'
import { backgroundCopies, narrowest, withBackground } from '../sized-pictures.ts'
import { slideSize } from '../deck/deck-page.ts'

export interface ThumbnailContext {
  /** The styles of the deck: theme, and brand if it has one. */
  readonly styles: readonly StyleBundle[]
  /** Style sheet of formulas. */
  readonly math: StyleBundle
  readonly lang: string
}

// In characters. A page contains hundreds of thumbnails; the largest of 23 real ones has 2000.
const LARGEST = 20_000
const PICTURES = new Set(['img', 'svg'])

/** The first slide of a deck as HTML for a shadow root; `undefined` if it is empty or too large. */
export function thumbnailOf({ deck, columns, css, copies }: RenderedDeck, { styles, math, lang }: ThumbnailContext): Thumbnail | undefined {
  const { options } = deck
  // The narrowest copies are wider than a thumbnail.
  const rebaseTo =
    (shown: typeof copies): Rebase =>
    (address) =>
      fromRoot(narrowest(address, shown), pagePath(deck.id))
  const slide = columns.flat()[0]
  if (!slide) return undefined
  const tree = stillTree(slide.tree, rebaseTo(copies))
  const attributes = stillSlide(slide.attributes, rebaseTo(backgroundCopies(slide.attributes, copies)))
  const background = thumbnailBackground(attributes)
  if (slide.title === '' && background === '' && !elementsBelow(tree).some(({ tagName }) => PICTURES.has(tagName))) return undefined
  const frame = [
    `class="reveal ready${options.reveal.center === false ? '' : ' center'}${deck.isComposed ? ' composed' : ''}"`,
    `lang="${escapeHtml(options.lang ?? lang)}"`,
    ...(options.reveal.rtl === true ? ['dir="rtl"'] : []),
    `style="${slideSize(options.reveal)}"`,
  ]
  const html = [
    ...(css === '' ? [] : [`<style>@layer deck{${css}}</style>`]),
    `<div ${frame.join(' ')}>`,
    ...(css.includes(DECK_BACKGROUND) ? ['<div class="deck-background"></div>'] : []),
    ...(background === '' ? [] : [`<div class="hr-background" style="${escapeHtml(background)}"></div>`]),
    `<div class="slides"><section${sectionAttributes(attributes)}>${serialize(tree)}</section></div></div>`,
  ].join('')
  if (html.length > LARGEST) return undefined
  return { html, sheets: [...styles, ...(hasFormula(tree) ? [math] : [])].map(({ file }) => file) }
}

// The selector of a background that an author gave to the whole deck.
const DECK_BACKGROUND = '.deck-background{'

type Attributes = RenderedSlide['attributes']

// Keeps attributes, since themes use them, but removes backgrounds that the index must not load.
function stillSlide(attributes: Attributes, rebase: Rebase): Attributes {
  const { 'data-background-video': _, ...others } = attributes
  return withBackground(others, rebase)
}

// As reveal.js paints it.
function thumbnailBackground(attributes: Attributes): string {
  const { 'data-background': written = '', 'data-background-gradient': gradient, 'data-background-opacity': opacity } = attributes
  const others = ['size', 'position', 'repeat'].flatMap((name) => {
    const value = attributes[`data-background-${name}`]
    return value ? [`background-${name}:${value}`] : []
  })
  return [
    // A gradient, or a colour as a function.
    ...(written.includes('(') ? [`background:${written}`] : []),
    backgroundStyle(attributes),
    ...(gradient ? [`background-image:${gradient}`] : []),
    ...others,
    ...(opacity ? [`opacity:${opacity}`] : []),
  ]
    .filter((part) => part !== '')
    .join(';')
}

function sectionAttributes(attributes: Attributes): string {
  const colour = attributes['data-background-color'] ?? attributes['data-background']
  const classes = ['present', attributes['class'] ?? '', colour !== undefined && isDark(colour) ? 'has-dark-background' : '']
  return Object.entries({ ...attributes, class: classes.filter((name) => name !== '').join(' ') })
    .map(([name, value]) => ` ${name}="${escapeHtml(value)}"`)
    .join('')
}

function hasFormula(tree: Tree): boolean {
  return elementsBelow(tree).some((element) => hasClass(element, 'math'))
}

/** The address of a file as seen from the page that shows the copy; `undefined` if that page must not load it. */
type Rebase = (address: string) => string | undefined

// Media and embedded documents, which a thumbnail does not show.
const LEFT_OUT = new Set(['audio', 'video', 'iframe'])
const OF_LINKS = new Set(['href', 'target', 'rel', 'download', 'data-frame'])

/** A static copy of a clean tree: no media, links or steps, and images are loaded lazily. */
export function stillTree(tree: Tree, rebase: Rebase): Tree {
  return copyTree(tree, (element) => (LEFT_OUT.has(element.tagName) || isNotes(element) ? undefined : stillAttributes(element, rebase)))
}

function isNotes(element: Element): boolean {
  return element.tagName === 'aside' && hasClass(element, 'notes')
}

// `undefined` for images that are missing or on another server.
function stillAttributes({ tagName, attrs }: Element, rebase: Rebase): Element['attrs'] | undefined {
  if (tagName === 'a') return attrs.filter(({ name }) => !OF_LINKS.has(name)).map(withoutStep)
  if (tagName !== 'img') return attrs.map(withoutStep)
  const source = attrs.find(({ name }) => name === 'src')
  const address = source && rebase(source.value)
  if (address === undefined) return undefined
  const others = attrs.filter(({ name }) => !/^(src|srcset|sizes|loading|decoding)$/.test(name))
  // `loading` comes before `src`: otherwise a browser may already have started to load.
  return [
    { name: 'loading', value: 'lazy' },
    { name: 'decoding', value: 'async' },
    { name: 'src', value: address },
    ...others.map(withoutStep),
  ]
}

// Fragments are shown from the start.
function withoutStep(attribute: Element['attrs'][number]): Element['attrs'][number] {
  if (attribute.name !== 'class') return attribute
  const classes = attribute.value.split(/\s+/).filter((name) => name !== 'fragment')
  return { ...attribute, value: classes.join(' ') }
}
