// All scripts of a deck that is a single file, where nothing can be loaded later.
import './single/prepare-page.ts' // before the other scripts, which look for their elements, and reveal.js, which splits addresses at commas
import './stage.ts'
import './deck.ts'
