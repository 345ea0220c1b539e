import { ORIGIN } from '../message-origins.ts'
import type { FromFrame, ToFrame } from '../stage/messages.ts'

/** A deck's page in a frame of the speaker view. */
export interface DeckFrame {
  readonly send: (message: ToFrame) => void
  /** Gives the frame the size of the audience window. */
  readonly size: (width: number, height: number) => void
}

/** Shows a deck in a box, laid out at the size of the audience window and scaled to fit the box. */
export function frameDeck(
  box: HTMLElement,
  name: 'now' | 'next',
  receive: (message: FromFrame) => void,
): DeckFrame & { readonly load: (deck: string) => void } {
  const frame = document.createElement('iframe')
  // The page recognises its role by this name; see `isFramed`.
  frame.name = `hedgerow-${name}`
  frame.title = box.getAttribute('aria-label') ?? ''
  frame.tabIndex = -1
  let [width, height] = [1280, 720]
  const fit = () => {
    box.style.setProperty('--screen', `${width} / ${height}`)
    const scale = Math.min(box.clientWidth / width, box.clientHeight / height)
    Object.assign(frame.style, {
      width: `${width}px`,
      height: `${height}px`,
      left: '0',
      transform: `scale(${scale})`,
    })
  }
  new ResizeObserver(fit).observe(box)
  addEventListener('message', ({ source, data }: MessageEvent<FromFrame>) => {
    if (source === frame.contentWindow && typeof data === 'object' && data !== null) receive(data)
  })
  return {
    load(deck) {
      frame.src = deck
      box.prepend(frame)
    },
    send: (message) => frame.contentWindow?.postMessage(message, ORIGIN),
    size(wide, high) {
      if (wide === width && high === height) return
      ;[width, height] = [Math.max(640, Math.min(wide, 3840)), Math.max(360, Math.min(high, 2160))]
      fit()
    },
  }
}
