import { fill } from '../../core/i18n/words-in.ts'
import { openDialog } from './dialog.ts'
import type { Speech } from './speak.ts'

/** A click on a picture shows it as large as the window. */
export function enlargeOnClick(slides: HTMLElement, speech: Speech): void {
  slides.addEventListener('click', (event) => {
    const { target } = event
    if (!(target instanceof HTMLImageElement) || target.closest('a, summary, .overview')) return
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return
    const slide = target.closest<HTMLElement>('section')
    if (slide) enlarge(slide, speech, target)
  })
}

/** Shows the pictures of a slide one at a time, beginning with one of them; does nothing on a slide without. */
export function enlarge(slide: HTMLElement, speech: Speech, first?: HTMLImageElement): void {
  const { words } = speech
  const pictures = picturesOf(slide)
  if (pictures.length === 0) return
  let at = Math.max(0, first ? pictures.indexOf(first) : 0)
  const image = document.createElement('img')
  const caption = document.createElement('p')
  const show = (index: number) => {
    at = (index + pictures.length) % pictures.length
    const picture = pictures[at]
    if (!picture) return
    image.src = picture.currentSrc || picture.src
    image.alt = picture.alt
    caption.textContent = [
      ...(pictures.length > 1 ? [fill(words.picture, at + 1, pictures.length)] : []),
      ...(picture.alt ? [picture.alt] : []),
    ].join(': ')
  }
  const dialog = openDialog('enlarged', words.enlarge, speech, [image, caption])
  caption.setAttribute('role', 'status')
  show(at)
  dialog.addEventListener('keydown', ({ key }) => {
    if (key === 'ArrowRight') show(at + 1)
    else if (key === 'ArrowLeft') show(at - 1)
  })
  image.addEventListener('click', () => (pictures.length > 1 ? show(at + 1) : dialog.close()))
}

/** Whether there is something on a slide to enlarge. */
export function hasPictures(slide: HTMLElement): boolean {
  return picturesOf(slide).length > 0
}

function picturesOf(slide: HTMLElement): HTMLImageElement[] {
  return [...slide.querySelectorAll('img')].filter((image) => !image.closest('aside, .ground'))
}
