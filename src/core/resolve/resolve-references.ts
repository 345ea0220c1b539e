import { findSpelling } from '../deck/find-spelling.ts'
import type { Place, Report } from '../diagnostics/diagnostic.ts'
import type { Element, PictureSize, Tree, Urls } from '../model.ts'
import { readAddress } from '../clean/address.ts'
import { isInlinePicture } from '../clean/clean-attribute.ts'
import { findFile } from './find-file.ts'
import type { UseRemote } from './find-file.ts'
import { frameAddress } from './frames.ts'
import { showPdf } from './pdf-frame.ts'
import { resolvePath } from './resolve-path.ts'
import { append, attributeOf, createElement, createText, elementsBelow, removeAttribute, replace, setAttribute } from '../tree.ts'

/** What the addresses of a deck are read against. */
export interface References {
  /** The deck's own path. */
  readonly from: string
  /** Paths that a deck may refer to. */
  readonly files: ReadonlySet<string>
  /** The id of the deck at a path, where there is one. */
  readonly idOf: (path: string) => string | undefined
  readonly urls: Urls
  /** Hosts whose frames may be shown. */
  readonly frameHosts: readonly string[] | 'any'
  /** The size of a picture, where it is known. */
  readonly sizeOf: (path: string) => PictureSize | undefined
}

export interface ReferenceContext extends References {
  readonly report: Report
  /** Where an element stands, or what is written in it. */
  readonly place: (element: Element, written?: string) => Place
  /** Called with each file that the page needs, and the element that needs it. */
  readonly onAsset: (path: string, element: Element) => void
  /** The address from which the page loads a file on another server, where the deck may. */
  readonly useRemote: UseRemote
  /** Called with each address of a link that is on another server, as a browser reads it and as it is written. */
  readonly onOutside: (address: string, link: Element) => void
  /** Called with each source of frames that the page shows. */
  readonly onFrame: (source: string) => void
}

/**
 * Points every picture, medium and link of a slide to where it stands in the site. A picture that is on another
 * server or missing keeps its address in `data-src`, which nothing loads.
 */
export function resolveReferences(tree: Tree, context: ReferenceContext): void {
  for (const element of elementsBelow(tree)) {
    if (element.tagName === 'img') resolveFile(element, 'src', context)
    else if (element.tagName === 'audio' || element.tagName === 'video') resolveMedium(element, context)
    else if (element.tagName === 'a') resolveLink(element, context)
    else if (element.tagName === 'iframe') replaceFrame(element, context)
  }
}

function resolveFile(element: Element, name: string, context: ReferenceContext): boolean {
  const address = attributeOf(element, name)
  if (address === undefined || isInlinePicture('file', address)) return true
  if (address.trim() === '') {
    context.report('asset-missing', context.place(element), '(no address)')
    removeAttribute(element, name)
    return false
  }
  const found = findFile(address, context.from, context.files)
  if ('path' in found) {
    context.onAsset(found.path, element)
    setAttribute(element, name, context.urls.asset(found.path))
    if (element.tagName === 'img') reserveRoom(element, context.sizeOf(found.path))
    return true
  }
  const remote = context.useRemote(found)
  if (remote !== undefined) {
    setAttribute(element, name, remote)
    return true
  }
  context.report(found.code, context.place(element, address), ...found.details)
  removeAttribute(element, name)
  if (element.tagName === 'img') setAttribute(element, 'data-src', found.url?.href ?? address)
  return false
}

// The style sheet makes the room of these two, so that nothing moves when the picture arrives. Width and height
// as attributes would say that the author has chosen them.
function reserveRoom(image: Element, size: PictureSize | undefined): void {
  if (!size) return
  const style = attributeOf(image, 'style')
  setAttribute(
    image,
    'style',
    `${style ? `${style.replace(/;\s*$/, '')};` : ''}--width:${Math.round(size.width)};--ratio:${Number((size.width / size.height).toFixed(4))}`,
  )
}

function resolveMedium(element: Element, context: ReferenceContext): void {
  resolveFile(element, 'src', context)
  resolveFile(element, 'poster', context)
  // A page must not begin to speak by itself.
  if (attributeOf(element, 'muted') === undefined) removeAttribute(element, 'autoplay')
}

function resolveLink(element: Element, context: ReferenceContext): void {
  const { from, files, idOf, urls, onAsset, report, place } = context
  const address = attributeOf(element, 'href')
  if (address === undefined) return
  const read = readAddress(address)
  if (read.kind === 'remote') {
    openInNewTab(element)
    context.onOutside(read.url.href, element)
    if (isEmbed(element)) offerFrame(element, read.url, context)
  }
  if (read.kind !== 'local') return
  // What has no address at all is a rule's to report.
  if (address.trim() === '') return
  const path = resolvePath(address, from)
  const page = path === undefined ? undefined : idOf(path)
  const fragment = /#.*$/s.exec(address)?.[0] ?? ''
  if (page !== undefined) setAttribute(element, 'href', urls.page(page) + fragment)
  if (page !== undefined) return
  const file = path === undefined ? undefined : findSpelling(path, files)
  if (file === undefined) {
    report('link-missing', place(element, address), address)
    return
  }
  onAsset(file, element)
  setAttribute(element, 'href', urls.asset(file) + fragment)
  if (!isEmbed(element) || !/\.pdf$/i.test(file)) return
  context.onFrame("'self'")
  showPdf(element, urls.asset(file) + fragment)
}

function openInNewTab(link: Element): void {
  setAttribute(link, 'target', '_blank')
  setAttribute(link, 'rel', 'noopener noreferrer')
}

function isEmbed(link: Element): boolean {
  return /^embed( |$)/.test(attributeOf(link, 'class') ?? '')
}

// The page replaces such a link by the frame, once somebody has clicked it.
function offerFrame(link: Element, url: URL, { frameHosts, onFrame }: ReferenceContext): void {
  const address = frameAddress(url, frameHosts)
  if (address === undefined) return
  const { host } = new URL(address)
  onFrame(`https://${host}`)
  setAttribute(link, 'data-frame', address)
  append(link, [createText(` (from ${host})`)])
}

// A frame would load from its server at once.
function replaceFrame(element: Element, context: ReferenceContext): void {
  const { report, place } = context
  const address = attributeOf(element, 'src') ?? ''
  const read = readAddress(address)
  const link = createElement('a', { class: 'embed' })
  if (read.kind === 'remote') {
    setAttribute(link, 'href', read.url.href)
    openInNewTab(link)
    report('embed-link', place(element), read.url.host)
  }
  append(link, [createText(read.kind === 'remote' ? read.url.href : address)])
  if (read.kind === 'remote') offerFrame(link, read.url, context)
  replace(element, [link])
}
