import { readVideo } from '../read-video.ts'
import { readAddress } from '../clean/address.ts'
import { fill, videoName } from '../i18n/words-in.ts'
import type { Element } from '../model.ts'
import { append, attributeOf, createElement, createText, replace, setAttribute, textOf } from '../tree.ts'
import type { PassageTree, ReferenceContext } from './reference-context.ts'

/** Marks a link to a page that the site may embed: after a click, the script of the page replaces it by a frame. */
export function offerFrame(link: Element, url: URL, { frameHosts, found, words }: ReferenceContext): void {
  const address = frameAddress(url, frameHosts)
  if (address === undefined) return
  const { host } = new URL(address)
  found.frameSources.add(`https://${host}`)
  setAttribute(link, 'data-frame', address)
  append(link, [createText(` (${fill(words.slides.from, host)})`)])
}

/** Replaces a frame, which would load immediately, by a link to its page. */
export function replaceFrame(frame: Element, { locationOf }: PassageTree, context: ReferenceContext): void {
  const address = attributeOf(frame, 'src') ?? ''
  const read = readAddress(address)
  const link = createElement('a', { class: 'embed' })
  if (read.kind === 'remote') {
    setAttribute(link, 'href', read.url.href)
    openInNewTab(link)
    context.report('embed-link', locationOf(frame), read.url.host)
  }
  append(link, [createText(read.kind === 'remote' ? nameOfFrame(frame, read.url, context) : address)])
  if (read.kind === 'remote') offerFrame(link, read.url, context)
  replace(frame, [link])
}

// Players copied from YouTube and Vimeo have titles that name the player only.
const NAMES_THE_PLAYER = /^(youtube|vimeo)( video)?( player)?$/i

// The title that the author gave the frame; else a video has the name that its short code gives it, and a page its address.
function nameOfFrame(frame: Element, url: URL, { words }: ReferenceContext): string {
  const title = attributeOf(frame, 'title')?.trim() ?? ''
  if (title !== '' && !NAMES_THE_PLAYER.test(title)) return title
  const video = readVideo(url)
  return video === undefined ? url.href : videoName(video, words)
}

/** Embeds a PDF of the site; its link stays below it, for print, phones and pages without script. */
export function showPdf(link: Element, address: string): void {
  const holder = createElement('span', { class: 'pdf' })
  // reveal.js loads the frame when its slide is near.
  const frame = createElement('iframe', { class: 'embed', 'data-src': address, title: textOf(link) })
  replace(link, [holder])
  append(holder, [frame, link])
}

/** Makes a link open in a new tab. */
export function openInNewTab(link: Element): void {
  setAttribute(link, 'target', '_blank')
  setAttribute(link, 'rel', 'noopener noreferrer')
}

/**
 * The address for the frame of a video player or another page; `undefined` unless it uses https and its host is one of `hosts`.
 */
function frameAddress(url: URL, hosts: readonly string[] | 'any'): string | undefined {
  const address = readVideo(url)?.player ?? (url.protocol === 'https:' ? url.href : undefined)
  return address !== undefined && (hosts === 'any' || hosts.includes(new URL(address).host)) ? address : undefined
}
