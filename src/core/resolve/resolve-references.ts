import { findFile, findLocal } from './find-file.ts'
import { locateAddress } from './locate-address.ts'
import { resolvePath } from './resolve-path.ts'
import { reportBrokenLink } from './report-broken-link.ts'
import { isPicture, kindOf, MARKDOWN_ENDINGS } from '../files.ts'
import type { Element, PictureSize } from '../model.ts'
import { decodeAddress } from '../shared/decode-address.ts'
import { readAddress } from '../clean/address.ts'
import { isInlinePicture } from '../clean/clean-attribute.ts'
import { offerFrame, openInNewTab, replaceFrame, showPdf } from './frames.ts'
import type { PassageTree, ReferenceContext } from './reference-context.ts'
import { attributeOf, elementsBelow, hasClass, removeAttribute, renameElement, setAttribute } from '../tree.ts'

/**
 * Resolves the addresses of images, media and links of a slide. An image that is missing or on another server keeps its address
 * in `data-src`, which nothing loads.
 */
export function resolveReferences(passage: PassageTree, context: ReferenceContext): void {
  for (const element of elementsBelow(passage.tree)) {
    if (element.tagName === 'img') resolveImage(element, { ...passage, context })
    else if (element.tagName === 'audio' || element.tagName === 'video') resolveMedium(element, { ...passage, context })
    else if (element.tagName === 'source' || element.tagName === 'track') resolveFile(element, 'src', { ...passage, context })
    else if (element.tagName === 'a') resolveLink(element, { ...passage, context })
    else if (element.tagName === 'iframe') replaceFrame(element, passage, context)
  }
}

interface Where extends PassageTree {
  readonly context: ReferenceContext
}

function resolveFile(element: Element, name: string, where: Where): void {
  const { locationOf, context } = where
  const address = attributeOf(element, name)
  if (address === undefined || isInlinePicture('file', address)) return
  if (address.trim() === '') {
    context.report('asset-missing', locationOf(element), '(empty path)', '')
    removeAttribute(element, name)
    return
  }
  context.found.addresses.push({ address, use: 'shown', line: locationOf(element).line })
  const found = findFile(address, context)
  if ('path' in found) {
    noteAsset(found.path, element, where)
    setAttribute(element, name, context.urls.asset(found.path))
    if (element.tagName === 'img') reserveRoom(element, context.sizeOf(found.path))
    return
  }
  // Browsers load captions of the same server only.
  const remote = element.tagName === 'track' ? undefined : context.useRemote(found)
  if (remote !== undefined) {
    context.found.remote.add(remote)
    return setAttribute(element, name, remote)
  }
  const location = locateAddress(context.findLocation, { line: locationOf(element).line, address, meant: found.meant })
  context.report(found.code, location, ...found.details)
  removeAttribute(element, name)
  if (element.tagName === 'img') setAttribute(element, 'data-src', found.url?.href ?? address)
}

function noteAsset(path: string, element: Element, { locationOf, context: { found } }: Where): void {
  found.assets.add(path)
  if (element.tagName === 'img' && isPicture(path)) found.pictures.push({ path, element, line: locationOf(element).line })
}

// The style sheet reserves space by these two properties, so that nothing moves when the image has loaded. Attributes for width and
// height would override the size that styles give it.
function reserveRoom(image: Element, size: PictureSize | undefined): void {
  if (!size) return
  const style = attributeOf(image, 'style')
  const before = style ? `${style.replace(/;\s*$/, '')};` : ''
  const width = size.fills === true ? '' : `--width:${Math.round(size.width)};`
  setAttribute(image, 'style', `${before}${width}--ratio:${Number((size.width / size.height).toFixed(4))}`)
}

// `![A tour](tour.mp4)`: browsers show no video or sound in an image.
function resolveImage(image: Element, where: Where): void {
  const written = attributeOf(image, 'src') ?? ''
  resolveFile(image, 'src', where)
  const kind = kindOf(decodeAddress((attributeOf(image, 'src') ?? '').replace(/[?#].*$/s, '')) ?? '')
  if (kind !== 'video' && kind !== 'audio') return
  renameElement(image, kind)
  const label = attributeOf(image, 'alt') ?? ''
  removeAttribute(image, /^(alt|loading)$/)
  if (label !== '') setAttribute(image, 'aria-label', label)
  setAttribute(image, 'src', (attributeOf(image, 'src') ?? '') + timeIn(written))
  setAttribute(image, 'controls', '')
  setAttribute(image, 'preload', 'metadata')
}

// The part of a video or sound to play, as in `tour.mp4#t=10,20`.
function timeIn(address: string): string {
  return /#t=[\d:.,]{1,40}$/.exec(address)?.[0] ?? ''
}

function resolveMedium(element: Element, where: Where): void {
  const written = attributeOf(element, 'src') ?? ''
  resolveFile(element, 'src', where)
  if (attributeOf(element, 'src') !== undefined && timeIn(written) !== '')
    setAttribute(element, 'src', (attributeOf(element, 'src') ?? '') + timeIn(written))
  resolveFile(element, 'poster', where)
  // Without controls there would be no way to start it: only what is muted may start by itself.
  const has = (name: string) => attributeOf(element, name) !== undefined
  if (!has('controls') && !(has('muted') && (has('autoplay') || has('data-autoplay')))) setAttribute(element, 'controls', '')
  // The attribute would play it on every slide as soon as the page is open.
  if (attributeOf(element, 'autoplay') === undefined) return
  removeAttribute(element, 'autoplay')
  setAttribute(element, 'data-autoplay', '')
}

function resolveLink(element: Element, where: Where): void {
  const { locationOf, context } = where
  const { from, idOf, isDraft, urls, found } = context
  const address = attributeOf(element, 'href')
  if (address === undefined) return
  found.addresses.push({ address, use: isEmbed(element) ? 'shown' : 'linked', line: locationOf(element).line })
  const page = pageOfPad(address, context)
  if (page !== undefined) return setAttribute(element, 'href', page)
  const read = readAddress(address)
  if (read.kind === 'remote') {
    openInNewTab(element)
    found.outside.push({ address: read.url.href, location: locationOf(element) })
    if (isEmbed(element)) offerFrame(element, read.url, context)
  }
  // A rule reports links without any address.
  if (read.kind !== 'local' || address.trim() === '') return
  const path = resolvePath(address, from)
  const deck = path === undefined ? undefined : deckAt(path, context)
  const id = deck === undefined ? undefined : idOf(deck)
  const fragment = /#.*$/s.exec(address)?.[0] ?? ''
  const link = { address, line: locationOf(element).line, path: deck ?? path }
  // A check has the decks that a build leaves out; they may lead to one another.
  if (deck !== undefined && id !== undefined && isDraft(deck) && !isDraft(from)) reportBrokenLink(link, context)
  if (id !== undefined) return setAttribute(element, 'href', urls.page(id) + fragment)
  const { file } = findLocal(address, context)
  if (file === undefined) return reportBrokenLink(link, context)
  noteAsset(file, element, where)
  setAttribute(element, 'href', urls.asset(file) + fragment)
  // A browser that opened it would leave the deck.
  if (kindOf(file) === 'attachment') setAttribute(element, 'download', '')
  if (!isEmbed(element) || kindOf(file) !== 'pdf') return
  found.frameSources.add("'self'")
  showPdf(element, urls.asset(file) + fragment)
}

// By its file or, as in other tools, by its page.
function deckAt(path: string, { idOf, isDraft }: ReferenceContext): string | undefined {
  const files = path.endsWith('.html') ? MARKDOWN_ENDINGS.map((ending) => path.replace(/html$/, ending)) : [path]
  return files.find((file) => idOf(file) !== undefined) ?? files.find(isDraft)
}

// The deck's page instead of the pad that it came from; a place in the deck itself needs no page.
function pageOfPad(address: string, { from, idOf, urls, deckOfPad }: ReferenceContext): string | undefined {
  const found = deckOfPad?.(address)
  const id = found && idOf(found.path)
  if (!found || id === undefined) return undefined
  return found.path === from && found.fragment !== '' ? found.fragment : urls.page(id) + found.fragment
}

function isEmbed(link: Element): boolean {
  return hasClass(link, 'embed')
}
