// All that a page runs in one file, for a deck that is a single file: nothing can be loaded later.
import './single/choose-page.ts' // before the scripts of the pages, which look for what is theirs
import './single/unpack-media.ts' // before reveal.js, which takes an address apart at its commas
import './stage.ts'
import './deck.ts'
