import { fold, matchWords } from '../match-words.ts'
import { makeElement } from '../make-element.ts'
import gridCss from '../styles/overview-grid.css?inline'
import { fillShadow } from './shadow-sheets.ts'
import { pictureOf } from './slide-picture.ts'

export interface GridSlide {
  readonly slide: HTMLElement
  /** As it stands on the slide. */
  readonly number: string
  /** As it is read aloud. */
  readonly name: string
}

/** All slides of a deck as links, in rows. */
export interface SlideGrid {
  readonly element: HTMLElement
  /** Shows the slides with these words, or all, and returns how many. */
  readonly filter: (words: string) => number
  /** Goes to the first slide that is shown. */
  readonly choose: () => void
  /** Focuses the slide that is current, or the first that is shown. */
  readonly focus: () => void
  /** Moves the focus; returns whether there was a slide. */
  readonly move: (key: string) => boolean
}

/**
 * The pictures are in a shadow root with the style sheets of the page: ids and styles of the deck have no effect elsewhere. Each is made when it
 * comes near the window.
 */
export function makeSlideGrid(
  reveal: HTMLElement,
  slides: readonly GridSlide[],
  current: number,
  go: (slide: HTMLElement) => void,
): SlideGrid {
  const element = makeElement('div', { className: 'overview-grid' })
  const cells = slides.map(({ slide, number, name }, index) => {
    const { id } = slide
    const link = makeElement('a', { href: `#/${encodeURIComponent(id)}`, ariaLabel: name, tabIndex: index === current ? 0 : -1 })
    link.append(makeElement('span', { className: 'number', ariaHidden: 'true' }, number))
    link.addEventListener('click', (event) => {
      if (event.ctrlKey || event.metaKey || event.shiftKey) return
      event.preventDefault()
      go(slide)
    })
    if (index === current) link.ariaCurrent = 'true'
    const picture = makeElement('div', { className: 'picture' })
    const cell = makeElement('li', { className: bandOf(slide) }, picture, link)
    return { cell, link, picture, slide, text: '' }
  })
  const root = fillShadow(element, gridCss, makeElement('ol', { className: 'all' }, ...cells.map(({ cell }) => cell)))
  drawWhenNear(cells, reveal)
  whenFitted(reveal, () => {
    for (const { picture, slide } of cells) if (picture.firstChild) picture.replaceChildren(pictureOf(slide, reveal))
  })

  const shown = () => cells.filter(({ cell }) => !cell.hidden)
  const focusOn = (target: (typeof cells)[number] | undefined) => {
    if (!target) return false
    for (const { link } of cells) link.tabIndex = link === target.link ? 0 : -1
    target.link.focus()
    target.cell.scrollIntoView({ block: 'nearest' })
    return true
  }
  return {
    element,
    filter(words) {
      for (const each of cells) {
        each.text ||= fold(`${each.link.ariaLabel ?? ''} ${textOf(each.slide)}`)
        each.cell.hidden = !matchWords(each.text, words)
      }
      return shown().length
    },
    choose: () => shown()[0]?.link.click(),
    focus() {
      const target = shown().find(({ link }) => link.tabIndex === 0) ?? shown()[0]
      target?.cell.scrollIntoView({ block: 'center' })
      focusOn(target)
    },
    move(key) {
      const all = shown()
      const at = all.findIndex(({ link }) => link === root.activeElement)
      const onwards = getComputedStyle(element).direction === 'rtl' ? 'ArrowLeft' : 'ArrowRight'
      if (key === 'Home' || key === 'End') return focusOn(all.at(key === 'Home' ? 0 : -1))
      if (key === 'ArrowLeft' || key === 'ArrowRight') return focusOn(all[at + (key === onwards ? 1 : -1)])
      return focusOn(inNextRow(all, at, key === 'ArrowDown' ? 1 : -1))
    },
  }
}

/** The cell above or below, in the row where the next one at about the same place is. */
function inNextRow<C extends { readonly cell: HTMLElement }>(all: readonly C[], at: number, by: 1 | -1): C | undefined {
  const here = all[at]?.cell
  if (!here) return all[0]
  const others = by > 0 ? all.slice(at + 1) : all.slice(0, at).toReversed()
  const row = others.find(({ cell }) => cell.offsetTop !== here.offsetTop)?.cell.offsetTop
  const inRow = others.filter(({ cell }) => cell.offsetTop === row)
  return inRow.toSorted(
    (one, other) => Math.abs(one.cell.offsetLeft - here.offsetLeft) - Math.abs(other.cell.offsetLeft - here.offsetLeft),
  )[0]
}

// Slides of a stack lie on a common band.
function bandOf(slide: HTMLElement): string {
  if (!slide.parentElement?.matches('section')) return ''
  return `stacked${slide.previousElementSibling ? '' : ' begins'}${slide.nextElementSibling ? '' : ' ends'}`
}

function textOf(slide: HTMLElement): string {
  return [...slide.children].map((part) => (part.matches('aside.notes') ? '' : part.textContent)).join(' ')
}

function drawWhenNear(cells: readonly { readonly picture: HTMLElement; readonly slide: HTMLElement }[], reveal: HTMLElement): void {
  const observer = new IntersectionObserver(
    (entries) => {
      for (const { isIntersecting, target } of entries) {
        const found = cells.find(({ picture }) => picture === target)
        if (!isIntersecting || !found) continue
        observer.unobserve(target)
        found.picture.append(pictureOf(found.slide, reveal))
      }
    },
    { rootMargin: '400px' },
  )
  for (const { picture } of cells) observer.observe(picture)
}

// The content of slides is fitted while the browser is idle.
function whenFitted(reveal: HTMLElement, does: () => void): void {
  if (!reveal.matches('.ready:not([data-fitted])')) return
  const observer = new MutationObserver(() => {
    observer.disconnect()
    does()
  })
  observer.observe(reveal, { attributeFilter: ['data-fitted'] })
}
