/** Texts of the speaker view, the presenter tools and the overview, besides those of the viewer. */
export interface StageWords {
  readonly speaker: string
  readonly noScript: string
  readonly noDeck: string
  readonly blocked: string
  readonly openSpeaker: string
  readonly shuffled: string
  readonly inSpeaker: string
  readonly inFullScreen: string
  readonly now: string
  readonly next: string
  readonly end: string
  readonly notes: string
  readonly noNotes: string
  readonly notesClosed: string
  readonly larger: string
  readonly smaller: string
  readonly clock: string
  readonly elapsed: string
  readonly start: string
  readonly pause: string
  readonly reset: string
  readonly onTime: string
  /** After a time. */
  readonly ahead: string
  readonly behind: string
  /** `{0}` is the time planned for all. */
  readonly ofPlan: string
  /** `{0}` is a time, `{1}` the time planned for all. */
  readonly planned: string
  /** `{0}` is the step, `{1}` how many there are. */
  readonly step: string
  readonly progress: string
  readonly tools: string
  readonly goBack: string
  readonly goOn: string
  readonly connected: string
  readonly waiting: string
  readonly closed: string
  readonly openDeck: string
  readonly frozen: string
  readonly black: string
  readonly white: string
  readonly keep: string
  /** Short names of tools, for buttons in a row. */
  readonly short: Readonly<
    Record<'now' | 'next' | 'jump' | 'freeze' | 'black' | 'white' | 'pointer' | 'pen' | 'keep' | 'erase' | 'zoom' | 'help', string>
  >
  readonly filter: string
  readonly found: string
  readonly findSlide: string
  /** `{0}` is the place of a slide, `{1}` how many there are. */
  readonly place: string
  /** On a phone. */
  readonly swipe: string
  readonly slideCount: string
  readonly oneSlide: string
  readonly overviewClosed: string
  /** Groups of keys in the help. */
  readonly keys: Readonly<Record<'move' | 'present' | 'draw' | 'page', string>>
  /** Why one switches keys that are letters off. */
  readonly lettersWhy: string
  /** `{0}` is the number that the slide shows. */
  readonly backToSlide: string
  readonly noSlide: string
}
