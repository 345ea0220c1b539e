import { hearChanges } from './dev/hear-changes.ts'
import { keepDeck } from './dev/keep-deck.ts'
import { keepDocument } from './dev/keep-document.ts'

// Stands at the end of every page of the development server, before anything else has touched the slides.
const main = document.querySelector<HTMLElement>('main.reveal')
hearChanges(main ? keepDeck(main) : keepDocument())
