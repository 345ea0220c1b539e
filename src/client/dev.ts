import { listenForChanges } from './dev/listen-for-changes.ts'
import { openLiveDeck } from './dev/live-deck.ts'
import { openLiveDocument } from './dev/live-document.ts'

// At the end of every page of the development server, so it reads the slides before any other script changes them.
const main = document.querySelector<HTMLElement>('main.reveal')
listenForChanges(main ? openLiveDeck(main) : openLiveDocument())
