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
    readonly letters: string
    readonly space: string
    readonly shift: string
    readonly ctrl: string
  }
  readonly reading: {
    readonly contents: string
    readonly showSlide: string
    readonly present: string
    readonly showNotes: string
    readonly notes: string
    readonly toTop: string
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

const en: Words = {
  viewer: {
    slide: 'slide',
    slideOf: 'Slide {0} of {1}',
    tools: 'Tools',
    overview: 'Overview',
    fullScreen: 'Full screen',
    dark: 'Dark colours',
    read: 'Read as a document',
    allDecks: 'All decks',
    source: 'Download the source',
    share: 'Copy the link to this slide',
    shared: 'The link has been copied.',
    enlarge: 'Show pictures large',
    print: 'Print',
    help: 'Keys',
    close: 'Close',
    skip: 'Skip to the slides',
    picture: 'Picture {0} of {1}',
    missing: 'picture not found',
    elsewhere: 'picture on {0}',
    next: 'Next slide',
    previous: 'Previous slide',
    above: 'Slide above',
    below: 'Slide below',
    steps: 'Next step or slide',
    back: 'One step back',
    ends: 'First or last slide',
    black: 'Black screen',
    resume: 'Go on',
    jump: 'Go to a slide',
    autoSlide: 'Stop or go on by itself',
    letters: 'Letters are keys',
    space: 'Space',
    shift: 'Shift',
    ctrl: 'Ctrl',
  },
  reading: {
    contents: 'Contents',
    showSlide: 'Show slide {0}',
    present: 'Show as slides',
    showNotes: 'Show speaker notes',
    notes: 'Speaker notes',
    toTop: 'To the top',
  },
  index: {
    undated: 'Undated',
    years: 'Years',
    oneSlide: '1 slide',
    slides: '{0} slides',
    filter: 'Filter decks',
    found: 'Decks found: {0}',
    nothingFound: 'No deck has all these words.',
    about: 'About this site',
    imprint: 'Imprint',
    privacy: 'Privacy',
    accessibility: 'Accessibility',
    notFound: 'Page not found',
    noSuchPage: 'There is no page at this address.',
    allDecks: 'All decks',
  },
}

const de: Words = {
  viewer: {
    slide: 'Folie',
    slideOf: 'Folie {0} von {1}',
    tools: 'Werkzeuge',
    overview: 'Übersicht',
    fullScreen: 'Vollbild',
    dark: 'Dunkle Farben',
    read: 'Als Dokument lesen',
    allDecks: 'Alle Präsentationen',
    source: 'Quelltext herunterladen',
    share: 'Link zu dieser Folie kopieren',
    shared: 'Der Link ist kopiert.',
    enlarge: 'Bilder groß zeigen',
    print: 'Drucken',
    help: 'Tasten',
    close: 'Schließen',
    skip: 'Zu den Folien springen',
    picture: 'Bild {0} von {1}',
    missing: 'Bild nicht gefunden',
    elsewhere: 'Bild auf {0}',
    next: 'Nächste Folie',
    previous: 'Vorige Folie',
    above: 'Folie darüber',
    below: 'Folie darunter',
    steps: 'Nächster Schritt oder nächste Folie',
    back: 'Einen Schritt zurück',
    ends: 'Erste oder letzte Folie',
    black: 'Schwarzer Bildschirm',
    resume: 'Weiter',
    jump: 'Zu einer Folie gehen',
    autoSlide: 'Von selbst weiter, oder anhalten',
    letters: 'Buchstaben sind Tasten',
    space: 'Leertaste',
    shift: 'Umschalt',
    ctrl: 'Strg',
  },
  reading: {
    contents: 'Inhalt',
    showSlide: 'Folie {0} zeigen',
    present: 'Als Folien zeigen',
    showNotes: 'Notizen zeigen',
    notes: 'Notizen',
    toTop: 'Nach oben',
  },
  index: {
    undated: 'Ohne Datum',
    years: 'Jahre',
    oneSlide: '1 Folie',
    slides: '{0} Folien',
    filter: 'Präsentationen filtern',
    found: 'Gefundene Präsentationen: {0}',
    nothingFound: 'Keine Präsentation enthält alle diese Wörter.',
    about: 'Über diese Website',
    imprint: 'Impressum',
    privacy: 'Datenschutz',
    accessibility: 'Barrierefreiheit',
    notFound: 'Seite nicht gefunden',
    noSuchPage: 'Unter dieser Adresse gibt es keine Seite.',
    allDecks: 'Alle Präsentationen',
  },
}

const languages: Readonly<Record<string, Words>> = { en, de }

/** The words of the first of these languages that there are words in; English without one. Tags are like `de-AT`. */
export function wordsIn(tags: readonly string[]): { readonly lang: string; readonly words: Words } {
  for (const tag of tags) {
    const lang = tag.toLowerCase().split('-')[0] ?? ''
    const words = Object.hasOwn(languages, lang) ? languages[lang] : undefined
    if (words) return { lang, words }
  }
  return { lang: 'en', words: en }
}

/** Puts values into the places of a text. */
export function fill(text: string, ...values: readonly (string | number)[]): string {
  return text.replace(/\{(\d)\}/g, (place, index: string) => String(values[Number(index)] ?? place))
}
