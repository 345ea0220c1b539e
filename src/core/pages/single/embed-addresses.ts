import type { SourceLocation, Report } from '../../diagnostics/diagnostic.ts'
import { BACKGROUND_COPY, isPictureAddress } from '../../shared/background.ts'
import { showSource } from '../../passes/diagrams.ts'
import { attributeOf, removeAttribute, replace, setAttribute } from '../../tree.ts'
import type { Element } from '../../model.ts'
import { absoluteAddress, siteFile } from '../urls.ts'
import { embedDeclarations } from './embed-sheet.ts'

export interface EmbedContext {
  readonly page: string
  readonly url?: string
  readonly embed: (path: string) => string | undefined
  readonly report: Report
  readonly locationOf: (element: Element) => SourceLocation
}

/** Embeds what the elements of a deck's page load, and changes links so that they work from a single file. */
export function embedAddresses(elements: readonly Element[], context: EmbedContext): void {
  for (const element of elements) {
    const { tagName } = element
    if (tagName === 'img') embedPicture(element, context)
    else if (/^(audio|video|source|track)$/.test(tagName)) for (const name of ['src', 'poster']) embedOrDrop(element, name, context)
    else if (tagName === 'section') embedBackground(element, context)
    else if (tagName === 'main') embedDeckBackground(element, context)
    // The link to the PDF is below its frame.
    else if (tagName === 'iframe') replace(element, [])
    else if (tagName === 'a') changeLink(element, context)
    else if (tagName === 'pre' && attributeOf(element, 'data-draw') !== undefined) showUndrawn(element, context)
  }
}

function embedPicture(image: Element, context: EmbedContext): void {
  const address = widestOf(image)
  const data = address === undefined ? undefined : dataOf(image, address, context)
  removeAttribute(image, /^(srcset|sizes)$/)
  if (address === undefined || data === address) return
  removeAttribute(image, 'src')
  // The page shows a card in place of a missing image.
  setAttribute(image, data === undefined ? 'data-src' : 'src', data ?? address)
}

// A file on its own is looked at in windows of all sizes. The addresses are ours, so none contains a space or a comma.
function widestOf(image: Element): string | undefined {
  const [address] = attributeOf(image, 'srcset')?.split(', ').at(-1)?.split(' ') ?? []
  return address ?? attributeOf(image, 'src')
}

function embedOrDrop(element: Element, name: string, context: EmbedContext): void {
  const address = attributeOf(element, name)
  const data = address === undefined ? undefined : dataOf(element, address, context)
  if (data === undefined) removeAttribute(element, name)
  else setAttribute(element, name, data)
}

function embedBackground(slide: Element, context: EmbedContext): void {
  takeCopy(slide)
  for (const name of ['data-background-image', 'data-background-video']) embedOrDrop(slide, name, context)
  const address = attributeOf(slide, 'data-background')
  if (address === undefined || !isPictureAddress(address)) return
  // reveal.js accepts data URLs only under this name.
  removeAttribute(slide, 'data-background')
  const data = dataOf(slide, address, context)
  if (data !== undefined) setAttribute(slide, 'data-background-image', data)
}

function takeCopy(slide: Element): void {
  const copy = attributeOf(slide, BACKGROUND_COPY)
  if (copy === undefined) return
  setAttribute(slide, attributeOf(slide, 'data-background-image') === undefined ? 'data-background' : 'data-background-image', copy)
  removeAttribute(slide, BACKGROUND_COPY)
}

function embedDeckBackground(main: Element, context: EmbedContext): void {
  const data = (address: string) => dataOf(main, address, context)
  const style = attributeOf(main, 'style')
  if (style !== undefined)
    setAttribute(
      main,
      'style',
      embedDeclarations(style, (address) => data(address) ?? 'data:,'),
    )
  // Written by our own page.
  const options = JSON.parse(attributeOf(main, 'data-options') ?? '{}') as { parallaxBackgroundImage?: string }
  const parallax = options.parallaxBackgroundImage
  if (parallax !== undefined) setAttribute(main, 'data-options', JSON.stringify({ ...options, parallaxBackgroundImage: data(parallax) }))
  removeAttribute(main, 'data-mermaid')
}

function changeLink(link: Element, context: EmbedContext): void {
  // No frames of other servers; the link to the page stays.
  removeAttribute(link, 'data-frame')
  const address = attributeOf(link, 'href')
  if (address === undefined || /^(#|[a-z][a-z0-9+.-]*:)/i.test(address)) return
  const { page, url, embed, report, locationOf } = context
  const file = siteFile(address, page)
  if (file?.path === page) return setAttribute(link, 'href', file.rest === '' ? '#/' : file.rest)
  const data = file && !/\.(html|md)$/.test(file.path) ? embed(file.path) : undefined
  if (file && data !== undefined) {
    setAttribute(link, 'href', data)
    setAttribute(link, 'download', file.path.slice(file.path.lastIndexOf('/') + 1))
    return
  }
  if (file && url !== undefined) return setAttribute(link, 'href', absoluteAddress(url, file.path) + file.rest)
  removeAttribute(link, 'href')
  report('export-link', locationOf(link), address)
}

function showUndrawn(element: Element, { report, locationOf }: EmbedContext): void {
  removeAttribute(element, /^data-(draw|label)$/)
  showSource(element)
  report('export-diagram-source', locationOf(element))
}

// `undefined` if the file is on another server, or not in the site, which has its own message.
function dataOf(element: Element, address: string, { page, embed, report, locationOf }: EmbedContext): string | undefined {
  if (/^data:/i.test(address)) return address
  const file = siteFile(address, page)
  if (file) return embed(file.path)
  report('export-remote', locationOf(element), address)
  return undefined
}
