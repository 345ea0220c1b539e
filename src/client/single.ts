// All scripts of a deck that is a single file, where nothing can be loaded later.
import './single/choose-page.ts' // before the scripts of the pages, which look for their elements
import './single/unpack-media.ts' // before reveal.js, which splits addresses at commas
import './stage.ts'
import './deck.ts'
