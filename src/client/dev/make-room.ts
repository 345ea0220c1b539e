import { sendPageEvent } from '../page-events.ts'

// The phone view scrolls, and has its bar at the same edge.
const ROOM = `@media screen {
  .reveal.ready { height: calc(100vh - var(--dev-room)) !important; }
  .with-notes .reveal.ready { height: calc(68vh - var(--dev-room)) !important; }
  .stage-notes { bottom: var(--dev-room) !important; }
  body { padding-bottom: var(--dev-room); }
}
@media screen and (max-width: 640px) and (orientation: portrait), screen and (max-width: 480px) {
  .viewer { bottom: var(--dev-room) !important; }
}`

/** Keeps as much of the window free as an element at its lower edge needs. */
export function makeRoom(element: HTMLElement): void {
  // Not an element in the head, whose order changes with the styles of the deck.
  const sheet = new CSSStyleSheet()
  sheet.replaceSync(ROOM)
  document.adoptedStyleSheets.push(sheet)
  new ResizeObserver(() => {
    document.documentElement.style.setProperty('--dev-room', `${Math.ceil(element.getBoundingClientRect().height)}px`)
    sendPageEvent('hedgerow:resized', null)
  }).observe(element)
}
