import { fill } from '../../core/i18n/words-in.ts'
import { makeButton, makeElement } from '../make-element.ts'
import { fold, matchWords } from '../match-words.ts'
import { openDialog } from '../viewer/dialog.ts'
import type { StageLanguage } from '../ui-language.ts'
import type { ListedSlide } from './messages.ts'

interface Choice {
  readonly slides: readonly ListedSlide[]
  /** Index of the slide that is shown. */
  readonly current: number
  readonly go: (slide: ListedSlide) => void
}

/** A dialog with all slides, filtered by the number or by words of the title. */
export function openJump({ slides, current, go }: Choice, language: StageLanguage): void {
  const { stage } = language
  const field = makeElement('input', { ariaLabel: stage.filter, placeholder: stage.filter, autocomplete: 'off' })
  const status = makeElement('p', { className: 'announcer', role: 'status' })
  const items = slides.map((slide, index) => {
    const button = makeButton('', () => {
      dialog.close()
      go(slide)
    })
    button.append(makeElement('span', {}, slide.number), makeElement('span', {}, slide.title))
    if (index === current) button.ariaCurrent = 'true'
    const item = makeElement('li', {}, button)
    return { item, button, names: [slide.number, `${slide.h + 1}.${slide.v + 1}`], text: fold(`${slide.number} ${slide.title}`) }
  })
  const list = makeElement('ol', {}, ...items.map(({ item }) => item))
  const shown = () => items.filter(({ item }) => !item.hidden)
  field.addEventListener('input', () => {
    const wanted = field.value.trim()
    const numbered = items.filter(({ names }) => names.includes(wanted))
    // The number may also be the position of the slide in the deck.
    const counted = /^\d+$/.test(wanted) ? items.slice(Number(wanted) - 1, Number(wanted)) : []
    const named = numbered.length > 0 ? numbered : counted
    for (const entry of items) entry.item.hidden = named.length > 0 ? !named.includes(entry) : !matchWords(entry.text, wanted)
    status.textContent = fill(stage.found, shown().length)
  })
  const dialog = openDialog('jump', language.words.jump, language, [field, status, list])
  dialog.addEventListener('keydown', (event) => {
    if (event.key === 'Enter' && event.target === field) {
      // Enter must not also press the button that gets the focus when the dialog closes.
      event.preventDefault()
      if (field.value.trim() !== '') shown()[0]?.button.click()
    }
    if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return
    event.preventDefault()
    const stops = [field, ...shown().map(({ button }) => button)]
    const at = stops.findIndex((stop) => stop === document.activeElement)
    stops[Math.max(0, Math.min(stops.length - 1, at + (event.key === 'ArrowDown' ? 1 : -1)))]?.focus()
  })
  field.focus()
  items[current]?.item.scrollIntoView({ block: 'center' })
}
