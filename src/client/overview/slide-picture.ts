import { makeElement } from '../make-element.ts'
import { putBackground } from '../viewer/slide-background.ts'

// What reveal.js and the tools set while a deck is shown.
const PASSING = /^(past|present|future|visible|current-fragment|overview|paused|focused|zoomed|has-(dark|light|parallax)-background)$/
const LEFT_OUT = 'aside.notes, script, .viewer-copy, .stage-ink, .hr-background'

/**
 * A copy of a slide in a deck of its own, with its background. It has all steps and is still, without anything that plays, leads somewhere or takes
 * the focus, unless it `isLive`. The copy is at the same place among its siblings, as themes style the first slide differently.
 */
export function pictureOf(slide: HTMLElement, reveal: HTMLElement, isLive = false): HTMLElement {
  const stack = slide.parentElement?.closest('section')
  const copy = slide.cloneNode(true) as HTMLElement
  for (const element of copy.querySelectorAll(LEFT_OUT)) element.remove()
  if (!isLive) makeStill(copy)
  asShown(copy)
  // Without the image behind all slides, which would lie in each picture at its full size.
  const background = putBackground(copy, undefined)
  const inStack = stack ? among(stack, asShown(stack.cloneNode(false) as HTMLElement, among(slide, copy))) : among(slide, copy)
  const frame = makeElement('div', { className: `${lasting(reveal.className)} ready` })
  if (!isLive) Object.assign(frame, { inert: true, ariaHidden: 'true' })
  for (const name of ['lang', 'dir', 'style']) frame.setAttribute(name, reveal.getAttribute(name) ?? '')
  for (const name of /(has-(?:dark|light)-background)/.exec(slide.className) ?? []) frame.classList.add(name)
  const behind = reveal.querySelector(':scope > .deck-background')?.cloneNode()
  frame.append(...(behind ? [behind] : []), groundOf(slide), ...(background ? [background] : []))
  frame.append(makeElement('div', { className: 'slides' }, ...inStack))
  return frame
}

// As reveal.js makes it: themes choose grounds by the classes of a slide.
function groundOf(slide: HTMLElement): HTMLElement {
  const ground = makeElement('div', { className: `slide-background present ${lasting(slide.className)}` })
  return makeElement('div', { className: 'backgrounds' }, ground)
}

function makeStill(copy: HTMLElement): void {
  for (const step of copy.querySelectorAll('.fragment')) step.classList.remove('fragment')
  for (const medium of copy.querySelectorAll('audio, video, iframe, object, embed')) medium.replaceWith(standIn(medium))
  for (const element of copy.querySelectorAll<HTMLElement>('a[href], [tabindex]'))
    for (const name of ['href', 'tabindex']) element.removeAttribute(name)
  // The narrowest copy is wide enough.
  for (const image of copy.querySelectorAll('img')) if (image.srcset !== '') image.sizes = '240px'
}

function asShown(section: HTMLElement, content: readonly Node[] = []): HTMLElement {
  section.className = `${lasting(section.className)} present`
  for (const name of ['hidden', 'aria-hidden', 'tabindex', 'role', 'aria-label', 'aria-roledescription']) section.removeAttribute(name)
  for (const name of ['display', 'top', 'transform']) section.style.removeProperty(name)
  section.append(...content)
  return section
}

function standIn(medium: Element): HTMLElement {
  const poster = medium.getAttribute('poster')
  return poster === null ? makeElement('span', { className: 'stand-in' }) : makeElement('img', { src: poster, alt: '' })
}

function among(original: Element, copy: HTMLElement): HTMLElement[] {
  const other = () => makeElement('i', { hidden: true })
  return [...(original.previousElementSibling ? [other()] : []), copy, ...(original.nextElementSibling ? [other()] : [])]
}

const lasting = (classes: string) =>
  classes
    .split(/\s+/)
    .filter((name) => !PASSING.test(name))
    .join(' ')
