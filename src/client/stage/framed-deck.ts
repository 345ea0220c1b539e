import type { RevealApi, RevealConfig } from 'reveal.js'
import { ORIGIN } from '../message-origins.ts'
import { onPageEvent } from '../page-events.ts'
import { type FramePage, type FromFrame, isSamePosition, type Mark, type Move, type Position, type ToFrame } from './messages.ts'
import { goTo, listSlides, positionOf, slidesOf } from './deck-state.ts'
import { notesOfSlide } from './notes-of-slide.ts'
import type { PointerTools } from './pointer-tools.ts'

/** Lets the speaker view control the deck of this page, and reports its slides, its position and the marks made on it. */
export function openFramedDeck(deck: RevealApi, tools: PointerTools): (mark: Mark) => void {
  const send = (message: FromFrame) => parent.postMessage(message, ORIGIN)
  const sendDeck = () => {
    // Options for the speaker view of reveal.js, which are missing in its types.
    const { defaultTiming, totalTime, minimumTimePerSlide } = deck.getConfig() as RevealConfig & {
      totalTime?: number
      minimumTimePerSlide?: number
    }
    send({
      type: 'deck',
      slides: listSlides(deck),
      timing: {
        each: defaultTiming || undefined,
        all: totalTime || undefined,
        least: minimumTimePerSlide || undefined,
      },
    })
  }
  let order = 0
  const sendPage = (flags: Partial<FramePage> = {}) => send({ ...describe(deck), order, ...flags })
  const handlers: { readonly [K in ToFrame['type']]: (message: Extract<ToFrame, { type: K }>) => void } = {
    show({ position, order: given }) {
      order = given
      if (!isSamePosition(position, positionOf(deck))) goTo(deck, position)
      sendPage()
    },
    go({ position }) {
      goTo(deck, position)
      sendPage({ isMove: true })
    },
    peek({ position }) {
      goTo(deck, position)
      const before = positionOf(deck)
      deck.next()
      sendPage({ isEnd: isSamePosition(before, positionOf(deck)) })
    },
    move({ move }) {
      moveBy(deck, move)
      sendPage({ isMove: true })
    },
    use: ({ tool }) => send({ type: 'used', tool: tools.use(tool) ?? null }),
    mark: ({ mark }) => tools.show(mark),
  }
  addEventListener('message', ({ source, data }: MessageEvent<ToFrame>) => {
    // Only the parent window; `guardMessages` has dropped messages of other sites.
    if (source !== parent || !Object.hasOwn(handlers, data?.type)) return
    const handle = handlers[data.type] as (message: ToFrame) => void
    handle(data)
  })
  // After a click in the frame, the keys still control the speaker view.
  addEventListener('keydown', (event) => {
    if (event.altKey || event.ctrlKey || event.metaKey || event.key === 'Tab') return
    event.preventDefault()
    send({ type: 'key', key: event.key, shift: event.shiftKey })
  })
  onPageEvent('hedgerow:changed', () => {
    sendDeck()
    sendPage()
  })
  sendDeck()
  sendPage()
  return (mark) => send({ type: 'mark', mark })
}

function describe(deck: RevealApi): FramePage {
  const slide = deck.getCurrentSlide() as HTMLElement
  const steps = new Set([...slide.querySelectorAll('.fragment')].map((fragment) => fragment.getAttribute('data-fragment-index'))).size
  const position: Position = positionOf(deck)
  return {
    type: 'page',
    position,
    isMove: false,
    order: 0,
    isEnd: false,
    index: slidesOf(deck).indexOf(slide),
    step: (position.f ?? -1) + 1,
    steps,
    notes: notesOf(slide),
  }
}

// Addresses are absolute, as the speaker view is another page, and links open in a new window.
function notesOf(slide: HTMLElement): string {
  const notes = notesOfSlide(slide)
  if (!notes) return ''
  for (const image of notes.querySelectorAll('img')) if (image.hasAttribute('src')) image.setAttribute('src', image.src)
  for (const medium of notes.querySelectorAll<HTMLMediaElement>('audio[src], video[src], source[src]'))
    medium.setAttribute('src', medium.src)
  for (const link of notes.querySelectorAll<HTMLAnchorElement>('a[href]')) {
    link.setAttribute('href', link.href)
    link.target = '_blank'
    link.rel = 'noopener noreferrer'
  }
  return notes.innerHTML
}

function moveBy(deck: RevealApi, move: Move): void {
  if (move === 'first') deck.slide(0)
  else if (move === 'last') deck.slide(deck.getHorizontalSlides().length - 1)
  else deck[move]()
}
