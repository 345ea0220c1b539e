import { onPageEvent, type Presented, sendPageEvent } from '../page-events.ts'
import { fitWhenIdle } from '../viewer/fit-slides.ts'
import { readSetting } from '../viewer/settings.ts'
import { fetchState, sendCommand, type State, versionOf } from './server-api.ts'
import { patchSlides, staticSlides } from './patch-slides.ts'
import { patchStyles, reloadImages, staticStyles } from './patch-resources.ts'
import { syncPosition } from './sync-position.ts'
import { openMessagePanel } from './message-panel.ts'

const ATTRIBUTES = ['data-options', 'data-mermaid', 'lang', 'dir', 'style']

/** Keeps the page of a deck up to date: replaces what has changed, and stays at the same slide. Called before other scripts change the slides. */
export function openLiveDeck(main: HTMLElement): () => Promise<void> {
  const holder = main.querySelector<HTMLElement>('.slides') ?? main
  let columns = staticSlides(holder)
  let styles = staticStyles(document)
  let page: Document | undefined
  let version = versionOf(document)
  let state: State | undefined
  let presented: Presented | undefined
  let prepare: (root: HTMLElement) => void = () => undefined
  const slides = () => columns.flat().map(({ element }) => element)
  const current = () => slides().indexOf(presented?.deck.getCurrentSlide() as HTMLElement)
  const panel = openMessagePanel({ slides, current, show: (slide) => goTo(slide, 'end') })
  const sync = syncPosition()
  onPageEvent('hedgerow:start', (detail) => (prepare = detail))
  onPageEvent('hedgerow:present', (detail) => {
    presented = detail
    detail.deck.on('slidechanged', () => panel.update(state))
    onPageEvent('hedgerow:resized', () => detail.deck.layout())
    detail.deck.layout()
    sync.lead(detail.deck)
    sync.go(state?.position)
    panel.update(state)
  })
  openInEditorOnClick(main, (target) => state?.lines[slides().findIndex((slide) => slide.contains(target))])

  const goTo = (slide: HTMLElement, fragment?: number | 'end') => {
    if (!presented) return slide.scrollIntoView()
    const { h, v } = presented.deck.getIndices(slide)
    presented.deck.slide(h, v, fragment === 'end' ? slide.querySelectorAll('.fragment').length : fragment)
  }

  const patch = async (next: Document) => {
    const there = next.querySelector<HTMLElement>('main.reveal')
    // A page without slides, or with another security policy, has to be loaded again.
    if (!there || policyOf(next) !== policyOf(document)) return location.reload()
    const old = { styles, options: main.dataset['options'] }
    styles = await patchStyles(styles, staticStyles(next))
    const copied = ATTRIBUTES.filter((name) => copyAttribute(page?.querySelector('main.reveal') ?? main, there, main, name))
    document.title = next.title
    document.documentElement.lang = next.documentElement.lang
    const title = main.querySelector('.deck-title')
    if (title) title.textContent = there.querySelector('.deck-title')?.textContent ?? ''
    patchFooter(main, there)
    const here = presented?.deck.getCurrentSlide() as HTMLElement | undefined
    const address = here?.id
    const index = Math.max(0, current())
    const fragment = presented?.deck.getIndices().f
    // Reading the position forces a layout, so only for a slide that scrolls.
    const scrolled = here?.matches('.scrolls') ? here.scrollTop : 0
    const patched = patchSlides(holder, [columns, staticSlides(there.querySelector('.slides') ?? there)], (slide) => {
      reloadImages(slide, state?.changed ?? {})
      // Before reveal.js has started, `prepare` does nothing: deck.ts prepares all slides then.
      prepare(slide)
    })
    columns = patched.columns
    page = next
    if (presented) {
      const isSettled = patched.isSettled && styles === old.styles && copied.length === 0 && !patched.changed.some(plays)
      if (isSettled) renewSlides(presented, patched.changed)
      else renewAll(presented, main.dataset['options'] !== old.options)
      const stays = (here && patched.successors.get(here)) ?? slides()[Math.min(index, slides().length - 1)]
      const [edited] = patched.changed
      const follows =
        window === window.top &&
        readSetting('hedgerow-dev-follow') !== 'off' &&
        edited !== undefined &&
        !patched.changed.includes(stays as HTMLElement)
      const target = follows ? edited : stays
      if (target && !(isSettled && target === here && !target.querySelector('.fragment'))) goTo(target, follows ? 'end' : fragment)
      // Its heading may have other words now.
      if (address && stays?.id && stays.id !== address) history.replaceState(null, '', `#/${encodeURIComponent(stays.id)}`)
      if (target === stays && stays && scrolled > 0) stays.scrollTop = scrolled
      sendPageEvent('hedgerow:changed', null)
    }
  }

  return async () => {
    const answer = await fetchState(version)
    const isOlder = JSON.stringify(answer.changed) !== JSON.stringify(state?.changed ?? {})
    state = answer
    if (answer.html !== undefined) {
      const next = new DOMParser().parseFromString(answer.html, 'text/html')
      version = versionOf(next)
      try {
        await patch(next)
      } catch {
        // The page may be half updated.
        return location.reload()
      }
    }
    if (isOlder && presented) {
      reloadImages(holder, state.changed)
      presented.deck.sync()
    }
    sync.go(state.position)
    panel.update(state)
  }
}

// reveal.js starts media only when it synchronises the whole deck.
const plays = (slide: HTMLElement) => slide.querySelector('video, audio, iframe') !== null

function renewSlides({ deck, describe }: Presented, slides: readonly HTMLElement[]): void {
  for (const slide of slides) deck.syncSlide(slide)
  describe()
  void fitWhenIdle(slides, deck.getCurrentSlide())
}

function renewAll({ deck, describe, options }: Presented, isConfigured: boolean): void {
  // `configure` synchronises, too.
  if (isConfigured) deck.configure(options())
  else deck.sync()
  describe()
  void fitWhenIdle(deck.getSlides(), deck.getCurrentSlide())
}

const policyOf = (page: Document) => page.querySelector('meta[http-equiv="Content-Security-Policy"]')?.getAttribute('content')

// reveal.js changes attributes of the page too, so only those are copied that differ between the two versions of the server.
function copyAttribute(before: Element, after: Element, target: Element, name: string): boolean {
  const value = after.getAttribute(name)
  if (before.getAttribute(name) === value) return false
  if (value === null) target.removeAttribute(name)
  else target.setAttribute(name, value)
  return true
}

function patchFooter(here: Element, there: Element): void {
  const [old, next] = [here.querySelector(':scope > footer'), there.querySelector(':scope > footer')]
  if (old?.outerHTML === next?.outerHTML) return
  old?.remove()
  if (next) here.append(document.importNode(next, true))
}

/** Opens a slide in the editor when it is clicked with Alt held down. `lineOf` returns its 1-based line. */
function openInEditorOnClick(root: HTMLElement, lineOf: (target: Node) => number | undefined): void {
  root.addEventListener(
    'click',
    (event) => {
      if (!event.altKey || !(event.target instanceof Node)) return
      const line = lineOf(event.target)
      if (line === undefined) return
      event.preventDefault()
      event.stopPropagation()
      void sendCommand('open', { line })
    },
    { capture: true },
  )
}
