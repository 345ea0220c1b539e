// All scripts of a deck that is a single file, where nothing can be loaded later.
import './single/prepare-page.ts' // before the other scripts, which look for their elements, and reveal.js, which splits addresses at commas
import './single/show-as-text.ts' // before the deck, which does not present then
import './stage.ts'
import './deck.ts'
