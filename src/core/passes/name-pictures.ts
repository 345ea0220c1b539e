import type { Element, RenderedSlide } from '../model.ts'
import type { Words } from '../i18n/words.ts'
import { readAddress } from '../clean/address.ts'
import { decodeAddress } from '../shared/decode-address.ts'
import { attributeOf, closest, elementsBelow, setAttribute, textOf } from '../tree.ts'

const LONGEST = 150

// What cameras, systems and people name any image.
const ANY =
  /^(images?|img|imgs|pictures?|pics?|photos?|fotos?|bild|bilder|grafik|graphics?|figures?|figs?|abbildung|abb|slides?|folien?|screenshots?|screen|shot|bildschirmfoto|bildschirm|capture|captura|upload|uploads|unnamed|untitled|unbenannt|file|datei|download|pasted|clipboard|scan|dsc[nf]?|pxl|whatsapp|at|um|from|vom|copy|kopie|final|new|neu|test|tmp|temp)$/i

/**
 * Gives each image of the slides without alternative text one, so that screen readers do not pass over it: its caption or title, else
 * its file's name if that has words, else only that it is an image. `alt=""` in HTML says that it is decoration. Returns these images.
 */
export function namePictures(slides: readonly RenderedSlide[], { slides: words }: Words): ReadonlySet<Element> {
  const named = new Set<Element>()
  for (const { tree, notes } of slides)
    for (const root of notes ? [tree, notes] : [tree])
      for (const image of elementsBelow(root)) {
        if (image.tagName !== 'img' || attributeOf(image, 'alt') !== undefined) continue
        if (attributeOf(image, 'src') === undefined) {
          // A card names it.
          setAttribute(image, 'alt', '')
          continue
        }
        named.add(image)
        setAttribute(image, 'alt', nameOf(image, words.picture).slice(0, LONGEST))
      }
  return named
}

function nameOf(image: Element, picture: string): string {
  const figure = closest(image, 'figure')
  const caption = figure && elementsBelow(figure).find(({ tagName }) => tagName === 'figcaption')
  const said = (caption && textOf(caption)) || attributeOf(image, 'title')?.trim()
  if (said) return said
  const name = wordsOf(fileOf(attributeOf(image, 'src') ?? ''))
  if (name !== '') return `${picture}: ${name}`
  // A link is named after what is in it.
  const link = closest(image, 'a')
  const target = link && textOf(link) === '' ? targetOf(attributeOf(link, 'href') ?? '') : ''
  return target === '' ? picture : `${picture}: ${target}`
}

// The last part of an address, without its ending.
function fileOf(address: string): string {
  if (address.startsWith('data:')) return ''
  const file = address.split(/[?#]/)[0]?.split('/').pop() ?? ''
  return (decodeAddress(file) ?? file).replace(/\.\w{2,5}$/, '')
}

/** The words of a file's name; empty if it has none that say anything, such as `IMG_2041` or `upload_8f3ab21c`. */
export function wordsOf(name: string): string {
  const parts = name
    .replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
    .split(/[^\p{L}\p{N}]+/u)
    .filter((part) => part !== '')
  const words = parts.filter((part) => /^\p{L}+$/u.test(part) && !ANY.test(part) && !/^[0-9a-f]{6,}$/i.test(part))
  const says = words.some((word) => word.length > 3 && /[aeiouyäöüàâéèêëîïôœùûAEIOUYÄÖÜ]/u.test(word))
  return says ? parts.filter((part) => words.includes(part) || /^\d{1,4}$/.test(part)).join(' ') : ''
}

function targetOf(href: string): string {
  const read = readAddress(href)
  return read.kind === 'remote' ? read.url.host : wordsOf(fileOf(href.replace(/^#\/?/, '')))
}
