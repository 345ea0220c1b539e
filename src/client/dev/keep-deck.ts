import type { Presented } from '../present.ts'
import { readSetting } from '../viewer/settings.ts'
import { askPage, askState } from './ask-server.ts'
import type { State } from './ask-server.ts'
import { exchangeSlides } from './exchange-slides.ts'
import { exchangeStyles, staticStyles } from './exchange-styles.ts'
import { stayInStep } from './stay-in-step.ts'
import { freshPictures } from './fresh-pictures.ts'
import { openOnClick } from './open-on-click.ts'
import { openPanel } from './open-panel.ts'
import { staticSlides } from './static-slides.ts'

const ATTRIBUTES = ['data-options', 'data-mermaid', 'lang', 'dir', 'style']

/** Keeps the page of a deck up to date: what has changed is exchanged, and the place is kept. Called before anything has touched the slides. */
export function keepDeck(main: HTMLElement): () => Promise<void> {
  const holder = main.querySelector<HTMLElement>('.slides') ?? main
  let columns = staticSlides(holder)
  let styles = staticStyles(document)
  let page: Document | undefined
  let shown: string | undefined
  let state: State | undefined
  let presented: Presented | undefined
  let prepare: (root: HTMLElement) => void = () => undefined
  const slides = () => columns.flat().map(({ element }) => element)
  const current = () => slides().indexOf(presented?.deck.getCurrentSlide() as HTMLElement)
  const panel = openPanel({ slides, current, show: (slide) => goTo(slide, 'end') })
  const step = stayInStep()
  document.addEventListener('hedgerow:start', ({ detail }: CustomEventInit<typeof prepare>) => {
    if (detail) prepare = detail
  })
  document.addEventListener('hedgerow:present', ({ detail }: CustomEventInit<Presented>) => {
    presented = detail
    if (!detail) return
    detail.deck.on('slidechanged', () => panel.update(state))
    step.lead(detail.deck)
    step.go(state?.position)
    panel.update(state)
  })
  openOnClick(main, (target) => state?.lines[slides().findIndex((slide) => slide.contains(target))])

  const goTo = (slide: HTMLElement, fragment?: number | 'end') => {
    if (!presented) return slide.scrollIntoView()
    const { h, v } = presented.deck.getIndices(slide)
    presented.deck.slide(h, v, fragment === 'end' ? slide.querySelectorAll('.fragment').length : fragment)
  }

  const exchange = async (next: Document) => {
    const there = next.querySelector<HTMLElement>('main.reveal')
    // A policy cannot be exchanged, and whether the slides are there at all is decided when a page is loaded.
    if (!there || policyOf(next) !== policyOf(document)) return location.reload()
    styles = await exchangeStyles(styles, staticStyles(next))
    for (const name of ATTRIBUTES) copyAttribute(page?.querySelector('main.reveal') ?? main, there, main, name)
    document.title = next.title
    document.documentElement.lang = next.documentElement.lang
    const title = main.querySelector('.deck-title')
    if (title) title.textContent = there.querySelector('.deck-title')?.textContent ?? ''
    exchangeFooter(main, there)
    const here = presented?.deck.getCurrentSlide() as HTMLElement | undefined
    const index = Math.max(0, current())
    const fragment = presented?.deck.getIndices().f
    const scrolled = here?.scrollTop ?? 0
    const made = exchangeSlides(holder, [columns, staticSlides(there.querySelector('.slides') ?? there)], (slide) => {
      freshPictures(slide, state?.changed ?? {})
      // Where slides are presented they get their cards at once, else with all others at the start.
      prepare(slide)
    })
    const isFirst = page === undefined
    columns = made.columns
    page = next
    if (presented && (made.changed.length > 0 || !isFirst)) {
      void presented.renew()
      const stays = (here && made.heirs.get(here)) ?? slides()[Math.min(index, slides().length - 1)]
      const [edited] = made.changed
      const follows =
        window === window.top &&
        readSetting('hedgerow-dev-follow') !== 'off' &&
        edited !== undefined &&
        !made.changed.includes(stays as HTMLElement)
      const target = follows ? edited : stays
      if (target) goTo(target, target === edited && follows ? 'end' : fragment)
      if (target === stays && stays) stays.scrollTop = scrolled
      document.dispatchEvent(new CustomEvent('hedgerow:changed'))
    }
  }

  return async () => {
    const [text, told] = await Promise.all([askPage(), askState()])
    const isOlder = JSON.stringify(told.changed) !== JSON.stringify(state?.changed ?? {})
    state = told
    if (text !== undefined && text !== shown) {
      shown = text
      await exchange(new DOMParser().parseFromString(text, 'text/html'))
    }
    if (isOlder && presented) {
      freshPictures(holder, state.changed)
      presented.deck.sync()
    }
    step.go(state.position)
    panel.update(state)
  }
}

const policyOf = (page: Document) => page.querySelector('meta[http-equiv="Content-Security-Policy"]')?.getAttribute('content')

// reveal.js has its own share in the attributes of the page: only what the server writes otherwise is changed.
function copyAttribute(before: Element, after: Element, target: Element, name: string): void {
  const value = after.getAttribute(name)
  if (before.getAttribute(name) === value) return
  if (value === null) target.removeAttribute(name)
  else target.setAttribute(name, value)
}

function exchangeFooter(here: Element, there: Element): void {
  const [old, next] = [here.querySelector(':scope > footer'), there.querySelector(':scope > footer')]
  if (old?.outerHTML === next?.outerHTML) return
  old?.remove()
  if (next) here.append(document.importNode(next, true))
}
