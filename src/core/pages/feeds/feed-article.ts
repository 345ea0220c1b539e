import { serialize } from 'parse5'
import { readAddress } from '../../clean/address.ts'
import { wordsIn } from '../../i18n/words-in.ts'
import type { Words } from '../../i18n/words.ts'
import type { Element, RenderedDeck, Tree } from '../../model.ts'
import { backgroundPicture } from '../../shared/background.ts'
import {
  append,
  attributeOf,
  copyTree,
  createElement,
  createText,
  createTree,
  elementsBelow,
  hasClass,
  isElement,
  isInline,
  isText,
  rawTextOf,
  renameElement,
  replace,
  textOf,
} from '../../tree.ts'
import { makeReadable } from '../reading/make-readable.ts'
import { positionSlides, sectionLinks } from '../reading/reading-section.ts'
import { absoluteAddress, fromRoot, readingPath } from '../urls.ts'

export interface ArticleContext {
  /** Where the site is published. */
  readonly site: string
  readonly lang: string
}

// In characters: a feed has up to 50 of them.
const LARGEST = 100_000
// Most characters on a slide whose background is part of the article, as in the reading view.
const FEW = 300

// All others are for style sheets and scripts of our pages, which a feed reader does not have.
const KEPT = /^(alt|title|width|height|colspan|rowspan|lang|dir|datetime|start|value|reversed|controls|open|type|kind|srclang|label)$/
const ADDRESSES = /^(href|src|poster|cite)$/

/**
 * The content of a deck for feeds: its reading view as plain HTML with absolute addresses, without notes, scripts, styles and ids.
 * What does not fit is left out, with a link to the reading view. Does not change the trees of the deck.
 */
export function feedArticle({ deck, columns, title }: RenderedDeck, { site, lang }: ArticleContext): string {
  const { words } = wordsIn([lang])
  const page = readingPath(deck.id)
  const slides = positionSlides(columns).flat()
  const follow = sectionLinks(slides)
  const absolute = absoluteTo(site, page)
  const shown = new Set<string>()
  let html = ''
  let above = title
  for (const { slide } of slides) {
    const tree = copyTree(slide.tree)
    const picture = backgroundPicture(slide.attributes)
    if (picture !== undefined && !shown.has(picture) && textOf(tree).length <= FEW) {
      shown.add(picture)
      append(tree, [createElement('img', { src: picture, alt: '' }), ...tree.childNodes])
    }
    const heading = makeReadable(tree, { words, isBelow: false, ids: new Set(), follow })
    // One that repeats the title of the article, or of the previous slide.
    if (heading && textOf(heading) === above) replace(heading, [])
    above = slide.title
    simplify(tree, { absolute, words })
    const section = serialize(tree).trim()
    if (html.length + section.length > LARGEST) {
      const rest = createTree()
      const link = createElement('a', { href: absoluteAddress(site, page) })
      append(link, [createText(words.viewer.read)])
      append(rest, [link])
      return `${html}<p>${serialize(rest)}</p>\n`
    }
    if (section !== '') html += `${section}\n`
  }
  return html
}

interface Simple {
  /** The address as seen from anywhere; `undefined` if it must not be in a feed. */
  readonly absolute: (address: string) => string | undefined
  readonly words: Words
}

function simplify(parent: Tree | Element, simple: Simple): void {
  for (const node of [...parent.childNodes]) {
    if (isText(node) && node.value.trim() === '') node.value = node.value.includes('\n') ? '\n' : ' '
    if (!isElement(node)) continue
    const other = replacement(node, simple)
    if (other !== undefined) {
      replace(node, other)
      continue
    }
    simplify(node, simple)
    node.attrs = node.attrs.flatMap(({ name, value }) => {
      const kept = ADDRESSES.test(name) ? simple.absolute(value) : KEPT.test(name) ? value : undefined
      return kept === undefined ? [] : [{ name, value: kept }]
    })
    if (node.tagName === 'font') renameElement(node, 'span')
    if (isNeedless(node)) replace(node, [...node.childNodes])
    // An image that a feed cannot load.
    else if (node.tagName === 'img' && attributeOf(node, 'src') === undefined) replace(node, [createText(attributeOf(node, 'alt') ?? '')])
  }
}

// Elements that mean nothing without their attributes.
function isNeedless({ tagName, attrs, childNodes }: Element): boolean {
  if (attrs.length > 0) return false
  if (/^(a|span|label)$/.test(tagName)) return true
  const holdsBlocks = childNodes.every((node) =>
    isText(node) ? node.value.trim() === '' : isElement(node) && !isInline(node) && node.tagName !== 'img',
  )
  return /^(div|section|article|header|footer|center)$/.test(tagName) && holdsBlocks
}

// What a feed reader would not show as we do; `undefined` for everything that stays.
function replacement(element: Element, { words }: Simple): readonly (Element | ReturnType<typeof createText>)[] | undefined {
  const { tagName } = element
  if (/^(style|script|template|iframe|noscript|object|embed|form|button)$/.test(tagName)) return []
  if (tagName === 'input') return [createText(attributeOf(element, 'checked') === undefined ? '☐ ' : '☑ ')]
  if (tagName === 'svg') return [withText('em', attributeOf(element, 'aria-label') ?? words.reading.diagram)]
  if (tagName === 'pre') {
    const drawn = elementsBelow(element).find((below) => below.tagName === 'svg')
    return [drawn ? withText('p', attributeOf(drawn, 'aria-label') ?? words.reading.diagram) : withText('pre', rawTextOf(element))]
  }
  if (!hasClass(element, 'math')) return undefined
  // KaTeX's HTML needs its style sheet; the formula as it was written is in it.
  const source = elementsBelow(element).find((below) => below.tagName === 'annotation') ?? element
  return [withText('code', rawTextOf(source).trim())]
}

function withText(tagName: string, text: string): Element {
  const element = createElement(tagName)
  append(element, [createText(text)])
  return element
}

function absoluteTo(site: string, page: string): Simple['absolute'] {
  const base = absoluteAddress(site, '')
  return (address) => {
    const read = readAddress(address)
    if (read.kind === 'refused') return undefined
    if (read.kind === 'remote' || read.kind === 'message') return read.url.href
    if (read.kind === 'fragment') return absoluteAddress(site, page) + address
    const path = fromRoot(address, page)
    return path === undefined ? undefined : base + path
  }
}
