import { readAddress } from '../clean/address.ts'
import { fill } from '../i18n/words-in.ts'
import type { Element } from '../model.ts'
import { append, attributeOf, createElement, createText, replace, setAttribute, textOf } from '../tree.ts'
import type { PassageTree, ReferenceContext } from './reference-context.ts'

/** Prepares a link to a page that the site may embed: the script of the page replaces it by the frame after a click. */
export function offerFrame(link: Element, url: URL, { frameHosts, found, words }: ReferenceContext): void {
  const address = frameAddress(url, frameHosts)
  if (address === undefined) return
  const { host } = new URL(address)
  found.frameSources.add(`https://${host}`)
  setAttribute(link, 'data-frame', address)
  append(link, [createText(` (${fill(words.slides.from, host)})`)])
}

/** Replaces a frame, which would load from its server at once, by a link to what it shows. */
export function replaceFrame(frame: Element, { locationOf }: PassageTree, context: ReferenceContext): void {
  const address = attributeOf(frame, 'src') ?? ''
  const read = readAddress(address)
  const link = createElement('a', { class: 'embed' })
  if (read.kind === 'remote') {
    setAttribute(link, 'href', read.url.href)
    openInNewTab(link)
    context.report('embed-link', locationOf(frame), read.url.host)
  }
  append(link, [createText(read.kind === 'remote' ? read.url.href : address)])
  if (read.kind === 'remote') offerFrame(link, read.url, context)
  replace(frame, [link])
}

/** Shows a PDF of the site where its link was; the link stays below, for print, for phones and for pages without script. */
export function showPdf(link: Element, address: string): void {
  const holder = createElement('span', { class: 'pdf' })
  // reveal.js loads the frame when its slide comes near.
  const frame = createElement('iframe', { class: 'embed', 'data-src': address, title: textOf(link) })
  replace(link, [holder])
  append(holder, [frame, link])
}

/** Makes a link to another server open in a tab of its own. */
export function openInNewTab(link: Element): void {
  setAttribute(link, 'target', '_blank')
  setAttribute(link, 'rel', 'noopener noreferrer')
}

/**
 * The address of the player of a video or of a page that a site embeds; `undefined` for hosts that are not on its list.
 * `hosts` are the hosts whose frames may be shown, over https in any case.
 */
function frameAddress(url: URL, hosts: readonly string[] | 'any'): string | undefined {
  const address = player(url) ?? (url.protocol === 'https:' ? url.href : undefined)
  return address !== undefined && (hosts === 'any' || hosts.includes(new URL(address).host)) ? address : undefined
}

function player({ host, pathname, href }: URL): string | undefined {
  if (/^(www\.|m\.)?youtube(-nocookie)?\.com$/.test(host)) {
    const id = /[?&]v=([\w-]{11})(?![\w-])/.exec(href)?.[1] ?? /^\/embed\/([\w-]{11})$/.exec(pathname)?.[1]
    return id === undefined ? undefined : `https://www.youtube-nocookie.com/embed/${id}`
  }
  if (host === 'youtu.be') return /^\/[\w-]{11}$/.test(pathname) ? `https://www.youtube-nocookie.com/embed${pathname}` : undefined
  const video = /^(www\.|player\.)?vimeo\.com$/.test(host) ? /^\/(?:video\/)?(\d+)$/.exec(pathname)?.[1] : undefined
  return video === undefined ? undefined : `https://player.vimeo.com/video/${video}`
}
