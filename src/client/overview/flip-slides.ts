import { fill } from '../../core/i18n/words-in.ts'
import { makeButton, makeElement } from '../make-element.ts'
import type { OverviewContext } from '../page-events.ts'
import flipCss from '../styles/flip-slides.css?inline'
import { withStageWords } from '../ui-language.ts'
import { drawIcon } from '../viewer/icons.ts'
import { slideAt } from '../viewer/slide-at.ts'
import { nameOf } from '../viewer/slide-title.ts'
import { spokenText } from '../viewer/spoken-text.ts'
import { fillShadow } from './shadow-sheets.ts'
import { pictureOf } from './slide-picture.ts'
import { showSteps, stepsOf } from './steps-of.ts'

// In pixels, along the screen.
const SWIPE = 45
const NEIGHBOURS = 3

/** Shows one slide at a time, step by step, as wide as the phone, with those around it in a strip. `overview` opens that of all. */
export function flipSlides({ reveal, current, go, ...context }: OverviewContext, overview: () => void): void {
  const language = withStageWords(context.language)
  const { words, stage } = language
  const slides = [...reveal.querySelectorAll<HTMLElement>('.slides section:not(.stack)')]
  let at = Math.max(0, slides.indexOf(current()))
  const place = makeElement('span', { ariaHidden: 'true' })
  const status = makeElement('p', { className: 'announcer', role: 'status' })
  const [big, strip] = [makeElement('div', { className: 'slide' }), makeElement('div', { className: 'strip' })]
  let [steps, step] = [stepsOf(big), 0]
  const screen = makeElement('div', { className: 'flip-screen' })
  const { style } = reveal
  screen.style.setProperty('--ratio', `${style.getPropertyValue('--slide-width') || 16} / ${style.getPropertyValue('--slide-height') || 9}`)
  fillShadow(screen, flipCss, big, makeElement('p', { className: 'hint', lang: language.lang }, stage.swipe), strip)
  const [back, next] = [turner(-1, 'previous', stage.goBack), turner(1, 'next', stage.goOn)]

  function turner(by: 1 | -1, icon: 'previous' | 'next', text: string): HTMLButtonElement {
    const button = makeButton('', () => turn(by))
    button.append(drawIcon(icon), text)
    return button
  }
  function turn(by: 1 | -1): void {
    if (step + by < 0 || step + by > steps.length) return show(at + by, by < 0)
    showStep(step + by)
    if (by > 0) status.textContent = (steps[step - 1] ?? []).map(spokenText).join(' ')
  }
  function showStep(count: number): void {
    step = count
    showSteps(steps, step)
    // Not `disabled`: the button would lose the focus.
    back.ariaDisabled = String(at === 0 && step === 0)
    next.ariaDisabled = String(at === slides.length - 1 && step === steps.length)
  }
  function show(index: number, isWhole = false): void {
    const slide = slides[index]
    if (!slide) return
    at = index
    big.replaceChildren(pictureOf(slide, reveal, true))
    steps = stepsOf(big)
    showStep(isWhole ? steps.length : 0)
    const from = Math.max(0, Math.min(at - 1, slides.length - NEIGHBOURS - 1))
    strip.replaceChildren(
      ...slides.slice(from, from + NEIGHBOURS + 1).map((other, offset) => {
        const button = makeButton('', () => show(from + offset))
        Object.assign(button, { ariaLabel: nameOf(other, slides, language), ariaCurrent: String(from + offset === at) })
        // Beside the picture: its text is not the button's name.
        return makeElement('div', {}, pictureOf(other, reveal), button)
      }),
    )
    place.textContent = fill(stage.place, at + 1, slides.length)
    status.textContent = nameOf(slide, slides, language)
    history.replaceState(null, '', slide.id === '' ? '#/' : `#/${encodeURIComponent(slide.id)}`)
  }
  const all = iconButton('overview', words.overview, () => {
    dialog.close()
    overview()
  })
  const title = makeElement(
    'h2',
    {},
    (reveal.querySelector('.deck-footer .deck-name') ?? reveal.querySelector('.deck-title'))?.textContent ?? '',
  )
  const dialog = makeElement(
    'dialog',
    { className: 'flip', lang: language.lang, ariaLabel: words.present },
    makeElement(
      'header',
      {},
      title,
      all,
      iconButton('close', words.close, () => dialog.close()),
    ),
    screen,
    makeElement('footer', {}, back, place, next),
    status,
  )
  dialog.addEventListener('keydown', (event) => {
    if (/^(ArrowRight|PageDown)$/.test(event.key)) turn(1)
    else if (/^(ArrowLeft|PageUp)$/.test(event.key)) turn(-1)
    event.stopPropagation()
  })
  onSwipe(screen, turn)
  const follow = () => show(slides.indexOf(slideAt(reveal, location.hash)?.closest('section') as HTMLElement))
  addEventListener('hashchange', follow)
  dialog.addEventListener('close', () => {
    removeEventListener('hashchange', follow)
    dialog.remove()
    const slide = slides[at]
    if (slide) go(slide)
  })
  document.body.append(dialog)
  show(at)
  dialog.showModal()
  next.focus()
}

function iconButton(icon: 'overview' | 'close', name: string, does: () => void): HTMLButtonElement {
  const button = Object.assign(makeButton('', does), { ariaLabel: name, title: name })
  button.append(drawIcon(icon))
  return button
}

function onSwipe(area: HTMLElement, turn: (by: 1 | -1) => void): void {
  let start: Touch | undefined
  area.addEventListener('touchstart', ({ touches }) => (start = touches.length === 1 ? touches[0] : undefined), { passive: true })
  area.addEventListener('touchend', ({ changedTouches: [end] }) => {
    if (!start || !end) return
    const [along, across] = [end.clientX - start.clientX, end.clientY - start.clientY]
    if (Math.abs(along) > SWIPE && Math.abs(along) > 2 * Math.abs(across)) turn(along < 0 ? 1 : -1)
  })
}
