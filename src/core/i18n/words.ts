/** Every word that pages show by themselves, in each language: those of the viewer around a deck, of the reading view, of the index. */
export interface Words {
  readonly viewer: {
    readonly slide: string
    /** `{0}` is the slide's number, `{1}` how many there are. */
    readonly slideOf: string
    readonly tools: string
    readonly overview: string
    readonly fullScreen: string
    readonly dark: string
    readonly read: string
    readonly allDecks: string
    readonly source: string
    readonly share: string
    readonly shared: string
    readonly enlarge: string
    readonly print: string
    readonly help: string
    readonly close: string
    readonly skip: string
    readonly picture: string
    readonly missing: string
    /** `{0}` is the host. */
    readonly elsewhere: string
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
  }
  readonly reading: {
    readonly contents: string
    /** `{0}` is the slide's number. */
    readonly slide: string
    /** `{0}` is the slide's number; holds the words of `slide`. */
    readonly showSlide: string
    readonly present: string
    readonly showNotes: string
    readonly notes: string
    readonly toTop: string
    readonly skip: string
    readonly code: string
    readonly table: string
    readonly diagram: string
    readonly formula: string
  }
  readonly index: {
    readonly undated: string
    readonly years: string
    readonly oneSlide: string
    /** `{0}` is a number. */
    readonly slides: string
    readonly filter: string
    /** `{0}` is a number. */
    readonly found: string
    readonly nothingFound: string
    readonly about: string
    readonly imprint: string
    readonly privacy: string
    readonly accessibility: string
    readonly notFound: string
    readonly noSuchPage: string
    readonly allDecks: string
  }
}
