import { parse, serialize } from 'parse5'
import type { SourceLocation, Report } from '../../diagnostics/diagnostic.ts'
import { append, attributeOf, createElement, createText, elementsBelow, hasClass, replace, setAttribute } from '../../tree.ts'
import type { Element, InlineScript, Tree } from '../../model.ts'
import { STRUCTURED_DATA } from '../link-preview.ts'
import { READ_HERE } from '../../shared/read-here.ts'
import { absoluteAddress, siteFile } from '../urls.ts'
import { embedAddresses } from './embed-addresses.ts'
import { embedSheet } from './embed-sheet.ts'
import { speakLanguage } from './speak-language.ts'
import { wordsIn } from '../../i18n/words-in.ts'

export interface SinglePageContext {
  /** Path of the deck's page in the site. */
  readonly page: string
  /** The address of the site, if its options have it. */
  readonly url?: string
  /** The first script of the page, which loads nothing in a single file. */
  readonly loader: InlineScript
  /** All other scripts as one. */
  readonly script: InlineScript
  /** Language of the deck: a file on its own speaks it. */
  readonly lang: string
  /** Style sheet of the speaker view. */
  readonly speakerCss: string
  /** Reads a text file of the site. */
  readonly read: (path: string) => string
  /** Returns a file of the site as a data URL; `undefined` if there is none. */
  readonly embed: (path: string) => string | undefined
  readonly report: Report
  /** The path of the deck, and the 1-based first lines of its slides. */
  readonly deck: { readonly path: string; readonly lines: readonly number[] }
}

/** Turns the finished page of a deck into a single file: embeds everything that it loads, so that it needs no network. */
export function singlePage(html: string, context: SinglePageContext): string {
  const { page, loader, script, deck } = context
  // Only the children are used, which a document and a fragment both have.
  const document = parse(html, { scriptingEnabled: false }) as unknown as Tree
  const head = elementsBelow(document)
  setPolicy(head, singlePolicy([loader, script]))
  takeSheets(head, context)
  keepLinks(head, context)
  for (const element of head) {
    if (element.tagName !== 'script') continue
    // Without its type, the data for search engines would be run as a script.
    if (attributeOf(element, 'type') === STRUCTURED_DATA) replace(element, [])
    else element.attrs = []
  }
  const all = elementsBelow(document)
  embedAddresses(all, { ...context, locationOf: locationsIn(all, deck) })
  const left = findLoads(elementsBelow(document))
  if (left.length > 0) throw new Error(`${page} as one file would still load ${left.join(', ')}`)
  speakLanguage(all, context.lang)
  const text = serialize(document)
  const end = text.lastIndexOf('</body>')
  return `${text.slice(0, end)}${speakerTemplate(context)}<script>${script.text}</script>\n${text.slice(end)}`
}

function setPolicy(elements: readonly Element[], policy: string): void {
  const meta = elements.find((element) => element.tagName === 'meta' && attributeOf(element, 'http-equiv') === 'Content-Security-Policy')
  if (!meta) throw new Error('the page has no policy')
  setAttribute(meta, 'content', policy)
}

// The critical style is part of the full style sheets, which replace it.
function takeSheets(elements: readonly Element[], context: SinglePageContext): void {
  const critical = elements.find(({ tagName }) => tagName === 'style')
  if (!critical) throw new Error('the page has no style')
  const seen = new Set<string>()
  const sheets = elements.flatMap((link) => {
    if (link.tagName !== 'link' || attributeOf(link, 'rel') !== 'stylesheet') return []
    replace(link, [])
    const style = createElement('style')
    append(style, [createText(readSheet(siteFile(attributeOf(link, 'href') ?? '', context.page)?.path ?? '', context, seen))])
    return [style]
  })
  replace(critical, sheets)
}

function readSheet(path: string, { read, embed }: SinglePageContext, seen: Set<string>): string {
  const dataOf = (address: string) => {
    const file = siteFile(address, path)?.path ?? address
    const data = embed(file)
    if (data === undefined) throw new Error(`${path} names ${file}, which is not there`)
    return data
  }
  const css = embedSheet(read(path), dataOf, seen)
  if (/<\/style/i.test(css)) throw new Error(`${path} would end the element that holds it`)
  return css
}

// The links of the toolbar: icon and source are embedded, its text is the file itself, other pages are on the published site.
function keepLinks(elements: readonly Element[], { page, url, embed }: SinglePageContext): void {
  const addressOf = (link: Element): { path: string; address: string | undefined } => {
    const path = siteFile(attributeOf(link, 'href') ?? '', page)?.path ?? ''
    if (attributeOf(link, 'type') === 'text/markdown') return { path, address: embed(path) }
    return { path, address: url === undefined ? undefined : absoluteAddress(url, path) }
  }
  for (const element of elements) {
    // Without a script, the file is that text.
    if (element.tagName === 'noscript') replace(element, [])
    if (element.tagName === 'link' && attributeOf(element, 'rel') === 'icon') {
      const icon = siteFile(attributeOf(element, 'href') ?? '', page)
      setAttribute(element, 'href', (icon && embed(icon.path)) ?? 'data:,')
      continue
    }
    if (element.tagName === 'link' && attributeOf(element, 'rel') === 'preload') replace(element, [])
    if (element.tagName !== 'link' || !/^(up|alternate|enclosure)$/.test(attributeOf(element, 'rel') ?? '')) continue
    if (attributeOf(element, 'type') === 'text/html' && attributeOf(element, 'rel') === 'alternate') {
      setAttribute(element, 'href', READ_HERE)
      continue
    }
    const { path, address } = addressOf(element)
    if (address === undefined) replace(element, [])
    else setAttribute(element, 'href', address)
    if (address?.startsWith('data:')) setAttribute(element, 'data-name', path.slice(path.lastIndexOf('/') + 1))
  }
}

// The lines of elements are no longer known, so those of their slides are reported.
function locationsIn(elements: readonly Element[], { path, lines }: SinglePageContext['deck']): (element: Element) => SourceLocation {
  const slides = new Map<Element, number>()
  let slide = -1
  for (const element of elements) {
    if (element.tagName === 'section' && !hasClass(element, 'stack')) slide += 1
    slides.set(element, slide)
  }
  return (element) => ({ file: path, line: lines[slides.get(element) ?? -1] })
}

// The page of the speaker view is in a template until the address asks for it.
function speakerTemplate({ speakerCss, lang }: SinglePageContext): string {
  const { speaker } = wordsIn([lang]).words.stage
  return `<template class="speaker-page"><style>${speakerCss}</style><main class="speaker"><h1>${speaker}</h1></main></template>\n`
}

const LOADING =
  /^(src|srcset|poster|data|background|data-background(-image|-video|-iframe)?|data-frame|data-mermaid|data-integrity|action|formaction|ping)$/
const ADDRESS = /^(?!data:)([a-z][a-z0-9+.-]*:|[\w./%~-]*\.\w{2,5}([?#].*)?$)/i

/** The elements and attributes by which a page would load something. */
export function findLoads(elements: readonly Element[]): string[] {
  return elements.flatMap(({ tagName, attrs }) =>
    attrs
      .filter(({ name, value }) => {
        if (tagName === 'link' && name === 'href')
          return !value.startsWith('data:') && attrs.some((other) => other.name === 'rel' && /stylesheet|icon|load/.test(other.value))
        if (tagName === 'image' || tagName === 'use') return name === 'href' && !/^(data:|#)/.test(value)
        if (tagName === 'iframe' && name === 'data-src') return true
        return LOADING.test(name) && ADDRESS.test(value.trim())
      })
      .map(({ name }) => `${tagName} ${name}`),
  )
}

/**
 * The content security policy of a single file: its own scripts by their hashes, its content, and no network.
 * It may show itself in frames, which the speaker view needs.
 */
function singlePolicy(scripts: readonly InlineScript[]): string {
  return [
    "default-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
    `script-src ${scripts.map(({ hash }) => hash).join(' ')}`,
    // Styles of decks and of the presenter tools have no hashes that are known in advance.
    "style-src 'unsafe-inline'",
    'img-src data:',
    'font-src data:',
    'media-src data: blob:',
    "connect-src 'none'",
    "frame-src 'self'",
  ].join('; ')
}
