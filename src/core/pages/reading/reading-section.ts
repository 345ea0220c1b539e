import { serialize } from 'parse5'
import { escapeHtml } from '../../escape-html.ts'
import { makeReadable, type ReadableContext } from './make-readable.ts'
import { copyTree, elementsBelow, textOf } from '../../tree.ts'
import type { PictureCopies, RenderedDeck, RenderedSlide } from '../../model.ts'
import { fill } from '../../i18n/words-in.ts'
import { BACKGROUND_ALT, backgroundPicture } from '../../shared/background.ts'
import { CITATION } from '../citation/citation-box.ts'
import { slideHash } from '../../shared/slide-hash.ts'
import { decodeAddress } from '../../shared/decode-address.ts'

export interface SectionContext extends ReadableContext {
  /** Address of the deck's page. */
  readonly deck: string
  /** ` lang="…"` for Hedgerow's words, if they are in another language than the deck; else empty. */
  readonly lang: string
  /** Background images that were already shown. */
  readonly pictures: Set<string>
  /** Of the pictures of the deck. */
  readonly copies?: PictureCopies | undefined
}

// Most characters on a slide whose background is shown.
const FEW = 300

/** A slide as a section of a document, made of copies of its trees. */
export function readingSection({ slide, number, id }: PositionedSlide, context: SectionContext): string {
  const { words, lang, deck } = context
  const picture = banner(slide, context)
  const tree = copyTree(slide.tree)
  const heading = makeReadable(tree, context)
  const aside = slide.notes && copyTree(slide.notes)
  if (aside)
    makeReadable(aside, { words, ids: context.ids, follow: context.follow, isBelow: heading?.tagName !== 'div' || context.isBelow })
  const name = fill(words.reading.slide, number)
  const notes = aside
    ? `\n<details class="hr-notes"><summary${lang}>${words.reading.notes}</summary>\n<div>${serialize(aside)}</div></details>`
    : ''
  // Without a name, so that readers hear its heading once, and it is no landmark.
  return `<section class="hr-slide" id="${id}">
${picture}<p class="hr-place"${lang}><a href="${deck}${slideHash(slide.attributes)}" aria-label="${fill(words.reading.showSlide, number)}">${name}</a></p>
${heading ? '' : `<h2 class="hr-hidden"${lang}>${name}</h2>\n`}${serialize(tree)}${notes}
</section>`
}

// An image behind several slides is shown once; one behind much text is only decoration.
function banner({ attributes, tree }: RenderedSlide, { pictures: shown, copies }: SectionContext): string {
  const picture = backgroundPicture(attributes)
  if (picture === undefined || shown.has(picture)) return ''
  const text = textOf(tree)
  if (text.length > FEW) return ''
  shown.add(picture)
  const isAlone = text === '' && !elementsBelow(tree).some(({ tagName }) => tagName === 'img' || tagName === 'svg')
  return `<img class="${isAlone ? 'hr-picture' : 'hr-banner'}" src="${escapeHtml(picture)}"${sized(picture, copies)} alt="${escapeHtml((attributes[BACKGROUND_ALT] ?? '').trim())}"${shown.size === 1 ? '' : ' loading="lazy"'}>\n`
}

// The style sheet gives it the width of the text.
const BANNER = 'min(100vw, 42rem)'

function sized(picture: string, copies: PictureCopies | undefined): string {
  const sizes = copies?.get(picture)?.map(({ address, width }) => `${address} ${width}w`)
  return sizes ? ` srcset="${escapeHtml(sizes.join(', '))}" sizes="${BANNER}"` : ''
}

/** A slide and its position, as in the addresses of reveal.js. */
export interface PositionedSlide {
  readonly slide: RenderedSlide
  readonly h: number
  readonly v: number
  /** From 1. */
  readonly number: number
  /** Id of its section in the reading view. */
  readonly id: string
}

/** The slides of a deck in their columns, with their positions. */
export function positionSlides(columns: RenderedDeck['columns']): readonly (readonly PositionedSlide[])[] {
  let number = 0
  return columns.map((column, h) => column.map((slide, v) => ({ slide, h, v, number: (number += 1), id: sectionId(slide, h, v) })))
}

// Ids of the page itself, which content of authors cannot have.
export const PAGE_IDS = { text: 'reading-text', notes: 'reading-notes', top: 'reading-top', citation: CITATION } as const

function sectionId({ attributes: { id } }: RenderedSlide, h: number, v: number): string {
  return id === undefined || Object.values<string>(PAGE_IDS).includes(id) ? `slide-${h}-${v}` : id
}

/** Maps links within a deck to sections of the reading view: `#/2/1`, `#/name` and ids of slides. */
export function sectionLinks(placed: readonly PositionedSlide[]): (fragment: string) => string {
  const byPosition = new Map(placed.map(({ h, v, id }) => [`${h}/${v}`, id]))
  const named = new Map(placed.flatMap(({ slide, id }) => (slide.attributes['id'] === undefined ? [] : [[slide.attributes['id'], id]])))
  return (fragment) => {
    const position = /^#\/(\d+)(?:\/(\d+))?(?:\/\d+)?\/?$/.exec(fragment)
    if (position) {
      const id = byPosition.get(`${position[1]}/${position[2] ?? 0}`)
      return id === undefined ? fragment : `#${encodeURIComponent(id)}`
    }
    const name = fragment.replace(/^#\/?/, '')
    const id = named.get(decodeAddress(name) ?? name)
    return `#${id === undefined ? name : encodeURIComponent(id)}`
  }
}
