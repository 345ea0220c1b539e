import { escapeHtml } from '../../escape-html.ts'
import { longMonth } from '../../i18n/formats.ts'
import type { RenderedDeck } from '../../model.ts'
import { backgroundPicture } from '../../shared/background.ts'

/** The picture at the top of a page, as HTML. */
export interface ReadingCover {
  readonly html: string
  /** Address of the photo, if it is one. */
  readonly photo?: string
}

// As wide as five of twelve columns.
const SIZES = '(max-width: 720px) 100vw, 475px'

/** The picture of a deck: the photo behind its first slide, else a tile with its day; nothing without either. It says nothing that is not beside it. */
export function readingCover(rendered: RenderedDeck, date: string | undefined, lang: string): ReadingCover {
  const first = rendered.columns.flat().find(({ attributes }) => attributes['data-visibility'] !== 'hidden')
  const photo = first && backgroundPicture(first.attributes)
  if (photo !== undefined) {
    const copies = rendered.copies?.get(photo)?.map(({ address, width }) => `${address} ${width}w`)
    const sized = copies ? ` srcset="${escapeHtml(copies.join(', '))}" sizes="${SIZES}"` : ''
    return { photo, html: `<div class="hr-cover"><img class="hr-photo" src="${escapeHtml(photo)}"${sized} alt=""></div>\n` }
  }
  if (date === undefined) return { html: '' }
  return {
    html: `<div class="hr-cover hr-tile" aria-hidden="true"><b>${escapeHtml(longMonth(date, lang))}</b><span>${Number(date.slice(8))}</span></div>\n`,
  }
}
