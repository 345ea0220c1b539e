import type { IndexWords } from './index-words.ts'
import type { StageWords } from './stage-words.ts'
import type { DiagramKind } from './diagram-kind.ts'
import type { TopicWords } from './topic-words.ts'

/**
 * All texts that Hedgerow adds to pages, in one language. A language file exports each part separately, so that scripts of the browser
 * load only the parts they show. `{0}` is a number where nothing else is said.
 */
export interface Words {
  /** The toolbar, dialogs and keys around a deck, which every deck loads. */
  readonly viewer: {
    readonly slide: string
    /** `{0}` is the slide's number, `{1}` how many there are. */
    readonly slideOf: string
    /** `{0}` is the number that the slide shows, such as 2.1, `{1}` its place, `{2}` how many there are. */
    readonly slideAt: string
    readonly tools: string
    readonly overview: string
    readonly fullScreen: string
    readonly dark: string
    readonly read: string
    readonly search: string
    readonly allDecks: string
    readonly previousDeck: string
    readonly nextDeck: string
    /** `{0}` is a label, `{1}` the name of what it is about. */
    readonly named: string
    readonly source: string
    /** The name of the number of a slide, before it. */
    readonly linkToSlide: string
    readonly share: string
    readonly shared: string
    readonly copy: string
    readonly copied: string
    readonly enlarge: string
    readonly print: string
    readonly help: string
    readonly close: string
    readonly skip: string
    readonly picture: string
    readonly pictures: { readonly previous: string; readonly next: string }
    readonly missing: string
    /** `{0}` is the host. */
    readonly elsewhere: string
    /** The slide of an address. */
    readonly gone: string
    readonly similar: string
    readonly next: string
    readonly previous: string
    readonly above: string
    readonly below: string
    readonly steps: string
    readonly back: string
    readonly ends: string
    readonly black: string
    readonly resume: string
    readonly jump: string
    readonly pauseFilms: string
    readonly playFilms: string
    readonly autoSlide: string
    readonly speaker: string
    readonly notes: string
    readonly pointer: string
    readonly pen: string
    readonly erase: string
    readonly zoom: string
    readonly white: string
    readonly freeze: string
    readonly clock: string
    readonly notesSize: string
    readonly more: string
    readonly letters: string
    readonly page: string
    readonly space: string
    readonly shift: string
    readonly ctrl: string
    readonly light: string
    /** What the menu of the toolbar has. */
    readonly others: string
    readonly present: string
    /** Labels of the toolbar, each a part of the full name. */
    readonly short: Readonly<Record<'overview' | 'present' | 'speaker' | 'dark' | 'read' | 'search' | 'share' | 'help' | 'others', string>>
  }
  readonly reading: {
    readonly contents: string
    /** `{0}` is the slide's number. */
    readonly slide: string
    /** `{0}` is the slide's number; holds the words of `slide`. */
    readonly showSlide: string
    readonly present: string
    /** `{0}` is the host of the pad. */
    readonly pad: string
    /** `{0}` is the host of the pad, `{1}` a date. */
    readonly padAsOf: string
    readonly showNotes: string
    readonly notes: string
    readonly toTop: string
    readonly skip: string
    readonly code: string
    readonly table: string
    readonly diagram: string
    readonly formula: string
  }
  /** Citations, in the reading view. */
  readonly citation: {
    readonly cite: string
    readonly text: string
    /** What is cited, in brackets after its title. */
    readonly kind: string
    /** `{0}` is a commit. */
    readonly version: string
  }
  readonly index: IndexWords
  readonly stage: StageWords
  /** What Hedgerow adds to the content of slides. */
  readonly slides: {
    /** An image without alternative text, for screen readers. */
    readonly picture: string
    /** A task that is done, for screen readers. */
    readonly done: string
    readonly toDo: string
    /** Title of a spoiler without one. */
    readonly spoiler: string
    /** What the colours of HedgeDoc's boxes mean, for screen readers. */
    readonly alerts: Readonly<Record<'success' | 'info' | 'warning' | 'danger', string>>
    /** Titles of boxes without one. */
    readonly boxes: Readonly<Record<'note' | 'tip' | 'important' | 'warning' | 'caution', string>>
    /** `{0}` is the name of a video service. */
    readonly video: string
    /** After a link to a page on another server; `{0}` is the host. */
    readonly from: string
  }
  /** Kinds of diagrams without a title, for screen readers. */
  readonly diagrams: Readonly<Record<DiagramKind, string>>
  /** The twelve months, each with its names and abbreviations as texts contain them, in lower case and without a full stop. */
  readonly months: readonly string[]
  readonly topics: TopicWords
  /** Labels of downloads; `{0}` is a size. */
  readonly downloads: {
    readonly pdf: string
    readonly single: string
  }
}

/** What the presenter tools and the speaker view show besides the words of the viewer. */
