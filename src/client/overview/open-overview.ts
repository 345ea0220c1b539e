import { fill } from '../../core/i18n/words-in.ts'
import { makeButton, makeElement } from '../make-element.ts'
import { onPageEvent, type OpenOverview } from '../page-events.ts'
import { type StageLanguage, withStageWords } from '../ui-language.ts'
import { drawIcon } from '../viewer/icons.ts'
import { nameOf, numberOf } from '../viewer/slide-title.ts'
import { makeSlideGrid, type SlideGrid } from './slide-grid.ts'

// In milliseconds. Readers hear what changes in a live region, not what it comes with.
const UNTIL_HEARD = 100

/** Shows all slides in a grid that fills the window. A slide that is chosen is shown; Escape leads back, with the focus where it was. */
export const openOverview: OpenOverview = ({ reveal, announce, current, go, ...context }) => {
  const language = withStageWords(context.language)
  const { words, stage } = language
  const field = makeElement('input', {
    type: 'search',
    ariaLabel: stage.findSlide,
    placeholder: stage.findSlide,
    autocomplete: 'off',
    spellcheck: false,
  })
  const status = makeElement('p', { className: 'announcer', role: 'status' })
  const nothing = makeElement('p', { className: 'overview-nothing', hidden: true }, stage.noSlide)
  const body = makeElement('div', { className: 'overview-body' }, nothing)
  const back = makeButton('', () => dialog.close())
  back.className = 'overview-back'
  const find = makeElement('label', { className: 'overview-find' }, drawIcon('search'), field, keyCap('/'))
  const dialog = makeElement(
    'dialog',
    { className: 'overview', lang: language.lang, ariaLabel: words.overview },
    makeElement('header', {}, titleOfDeck(reveal), find, back),
    status,
    body,
  )
  let grid: SlideGrid | undefined
  let chosen: HTMLElement | undefined
  const filter = () => {
    const found = grid?.filter(field.value.trim()) ?? 0
    nothing.hidden = found > 0
    status.textContent = field.value.trim() === '' ? '' : fill(stage.found, found)
  }
  const draw = () => {
    const slides = slidesIn(reveal)
    const all = slides.map((slide) => ({ slide, number: numberOf(slide, slides), name: nameOf(slide, slides, language) }))
    const at = slides.indexOf(current())
    const choose = (slide: HTMLElement) => {
      chosen = slide
      dialog.close()
    }
    grid?.element.remove()
    grid = makeSlideGrid(reveal, all, at, choose)
    body.append(grid.element)
    const count = dialog.querySelector('.overview-count')
    if (count) count.textContent = countSlides(reveal, language)
    back.replaceChildren(drawIcon('close'), makeElement('span', {}, fill(stage.backToSlide, all[at]?.number ?? 1)), keyCap('Esc'))
    filter()
  }
  draw()
  field.addEventListener('input', filter)
  dialog.addEventListener('keydown', (event) => {
    if (answerKey(event, { field, grid, close: () => dialog.close() })) event.preventDefault()
    // No key reaches the slides.
    event.stopPropagation()
  })
  // After the development server has changed slides.
  const stop = onPageEvent('hedgerow:changed', draw)
  dialog.addEventListener('close', () => {
    stop()
    dialog.remove()
    announce(stage.overviewClosed)
    // Another slide is announced, too.
    if (chosen) go(chosen)
  })
  document.body.append(dialog)
  dialog.showModal()
  grid?.focus()
  // Else the same text would not be heard when the overview closes again.
  announce('')
  setTimeout(() => (status.textContent ||= fill(words.named, words.overview, countSlides(reveal, language))), UNTIL_HEARD)
}

interface Parts {
  readonly field: HTMLInputElement
  readonly grid: SlideGrid | undefined
  readonly close: () => void
}

/** Whether the key has done something. */
function answerKey({ key, target, ctrlKey, metaKey, altKey, isComposing }: KeyboardEvent, { field, grid, close }: Parts): boolean {
  if (ctrlKey || metaKey || altKey || isComposing) return false
  if (key === 'Escape') {
    close()
    return true
  }
  if (target === field) {
    if (key === 'ArrowDown') grid?.focus()
    if (key === 'Enter') grid?.choose()
    return key === 'ArrowDown' || key === 'Enter'
  }
  if (/^(Arrow(Left|Right|Up|Down)|Home|End)$/.test(key) && target === grid?.element) {
    if (grid.move(key)) return true
    if (key === 'ArrowUp') field.focus()
    return true
  }
  if (key.length !== 1 || key === ' ') return false
  // What is typed goes into the field.
  field.focus()
  return key === '/'
}

function slidesIn(reveal: HTMLElement): HTMLElement[] {
  return [...reveal.querySelectorAll<HTMLElement>('.slides section:not(.stack)')]
}

function countSlides(reveal: HTMLElement, { stage }: StageLanguage): string {
  const { length } = slidesIn(reveal)
  return length === 1 ? stage.oneSlide : fill(stage.slideCount, length)
}

function titleOfDeck(reveal: HTMLElement): HTMLElement {
  const footer = reveal.querySelector('.deck-footer')
  const title = footer?.querySelector('.deck-name') ?? reveal.querySelector('.deck-title')
  const date = footer?.querySelector('time')?.textContent ?? ''
  return makeElement(
    'div',
    { className: 'overview-deck', lang: reveal.lang },
    makeElement('h2', {}, title?.textContent ?? document.title),
    makeElement('p', {}, ...(date === '' ? [] : [`${date} · `]), makeElement('span', { className: 'overview-count' })),
  )
}

const keyCap = (key: string) => makeElement('kbd', { ariaHidden: 'true' }, key)
