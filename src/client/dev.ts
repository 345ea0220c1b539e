import { listenForChanges } from './dev/listen-for-changes.ts'
import { openLiveDeck } from './dev/live-deck.ts'
import { openLiveDocument } from './dev/live-document.ts'

// Stands at the end of every page of the development server, before anything else has touched the slides.
const main = document.querySelector<HTMLElement>('main.reveal')
listenForChanges(main ? openLiveDeck(main) : openLiveDocument())
