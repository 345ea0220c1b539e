import { fill } from '../../core/i18n/words-in.ts'
import { makeButton, makeElement } from '../make-element.ts'
import { openDialog } from './dialog.ts'
import { drawIcon } from './icons.ts'
import type { UiLanguage } from '../ui-language.ts'

/** A click on an image shows it as large as the window. */
export function enlargeImagesOnClick(slides: HTMLElement, language: UiLanguage): void {
  slides.addEventListener('click', (event) => {
    const { target } = event
    if (!(target instanceof HTMLImageElement) || target.closest('a, summary, .overview')) return
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return
    const slide = target.closest<HTMLElement>('section')
    if (slide) enlarge(slide, language, target)
  })
}

/** Shows the images of a slide one at a time, starting with `first`; does nothing on a slide without images. */
export function enlarge(slide: HTMLElement, language: UiLanguage, first?: HTMLImageElement): void {
  const { words } = language
  const images = imagesOf(slide)
  if (images.length === 0) return
  let at = Math.max(0, first ? images.indexOf(first) : 0)
  const image = makeElement('img')
  const caption = makeElement('p', { role: 'status' })
  const show = (index: number) => {
    at = (index + images.length) % images.length
    const original = images[at]
    if (!original) return
    // Not the copy that the slide shows.
    image.src = original.src
    image.alt = original.alt
    const numbered = fill(words.picture, at + 1, images.length)
    // An image of which nothing is known is named "Image", which the number says already.
    const name = numbered.startsWith(original.alt) ? '' : original.alt
    caption.textContent = [...(images.length > 1 ? [numbered] : []), ...(name === '' ? [] : [name])].join(': ')
  }
  const turn = (name: 'previous' | 'next', label: string, by: number) => {
    const button = makeButton('', () => show(at + by))
    Object.assign(button, { className: `enlarged-${name}`, ariaLabel: label, title: label })
    button.append(drawIcon(name))
    return button
  }
  const turns = images.length > 1 ? [turn('previous', words.pictures.previous, -1), turn('next', words.pictures.next, 1)] : []
  const dialog = openDialog('enlarged', words.enlarge, language, [image, ...turns, caption])
  show(at)
  dialog.addEventListener('keydown', ({ key }) => {
    if (key === 'ArrowRight') show(at + 1)
    else if (key === 'ArrowLeft') show(at - 1)
  })
  image.addEventListener('click', () => (images.length > 1 ? show(at + 1) : dialog.close()))
}

export function hasImages(slide: HTMLElement): boolean {
  return imagesOf(slide).length > 0
}

function imagesOf(slide: HTMLElement): HTMLImageElement[] {
  return [...slide.querySelectorAll('img')].filter((image) => !image.closest('aside, .hr-background'))
}
