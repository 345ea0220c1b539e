/** The words of the speaker view and of the tools on stage, apart from those that every deck loads. */
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
  readonly larger: string
  readonly smaller: string
  readonly clock: string
  readonly elapsed: string
  readonly start: string
  readonly pause: string
  readonly reset: string
  readonly plan: string
  readonly onTime: string
  /** `{0}` is a time. */
  readonly ahead: string
  /** `{0}` is a time. */
  readonly behind: string
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
  readonly short: Readonly<Record<'jump' | 'freeze' | 'black' | 'white' | 'pointer' | 'pen' | 'keep' | 'erase' | 'zoom', string>>
  readonly filter: string
  /** `{0}` is a number. */
  readonly found: string
}
