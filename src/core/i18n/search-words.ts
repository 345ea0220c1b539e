import type * as languages from './languages.ts'

/** What a search says. In a file of its own, since only the script of the search shows it. */
export interface SearchWords {
  /** The number of slides in a number of decks. */
  readonly oneSlide: string
  /** `{0}` is a number. */
  readonly slides: string
  /** `{0}` is a number of slides with its word, `{1}` a number of decks. */
  readonly inDecks: string
  readonly inOneDeck: string
  /** `{0}` is what was asked. */
  readonly none: string
  readonly noneYet: string
  readonly hint: string
  /** `{0}` is a word. */
  readonly noWord: string
  /** `{0}` is a word, `{1}` a number of slides with its word. */
  readonly meant: string
  readonly some: string
  readonly noPhrase: string
  /** `{0}` is the slide's number, `{1}` how many there are. */
  readonly slideOf: string
  readonly inNotes: string
  readonly best: string
  readonly newest: string
  readonly order: string
  /** `{0}` is a list of years. */
  readonly looked: string
  readonly undated: string
  /** `{0}` is a year. */
  readonly lookIn: string
  readonly loading: string
  readonly failed: string
  /** `{0}` is a list of sites. */
  readonly notSearched: string
  readonly again: string
  /** `{0}` is a number. */
  readonly more: string
  readonly moreInDeck: string
  /** `{0}` and `{1}` are numbers of decks, `{2}` and `{3}` months. */
  readonly foundFrom: string
  readonly foundIn: string
  readonly results: string
  readonly keys: string
}

export const SEARCH_WORDS: Readonly<Record<keyof typeof languages, SearchWords>> = {
  en: {
    oneSlide: '1 slide',
    slides: '{0} slides',
    inDecks: '{0} in {1} decks',
    inOneDeck: '{0} in 1 deck',
    none: 'No slide holds “{0}”',
    noneYet: 'No slide holds “{0}” so far',
    hint: 'Try fewer words, the beginning of a word, or another word for the same.',
    noWord: 'No slide holds “{0}”.',
    meant: 'Did you mean “{0}”? {1}.',
    some: 'No slide holds all of these words. These hold some of them.',
    noPhrase: 'No slide holds these words in this order. These hold all of them.',
    slideOf: 'Slide {0} of {1}',
    inNotes: 'In the notes',
    best: 'Best match first',
    newest: 'Newest first',
    order: 'Order',
    looked: 'Looked through: {0}.',
    undated: 'undated',
    lookIn: 'Look through {0}, too',
    loading: 'Searching …',
    failed: 'The texts could not be loaded.',
    notSearched: 'These sites could not be searched: {0}.',
    again: 'Try again',
    more: 'Show {0} more',
    moreInDeck: '{0} more in this deck',
    foundFrom: 'Found in {0} of {1} decks, from {2} to {3}',
    foundIn: 'Found in {0} of {1} decks, in {2}',
    results: 'Slides found',
    keys: '↑ ↓ choose, Enter opens the slide',
  },
  de: {
    oneSlide: '1 Folie',
    slides: '{0} Folien',
    inDecks: '{0} in {1} Präsentationen',
    inOneDeck: '{0} in 1 Präsentation',
    none: 'Keine Folie enthält „{0}“',
    noneYet: 'Bisher enthält keine Folie „{0}“',
    hint: 'Versuchen Sie es mit weniger Wörtern, einem Wortanfang oder einem anderen Wort.',
    noWord: 'Keine Folie enthält „{0}“.',
    meant: 'Meinten Sie „{0}“? {1}.',
    some: 'Keine Folie enthält alle diese Wörter. Diese enthalten einige davon.',
    noPhrase: 'Keine Folie enthält diese Wörter in dieser Folge. Diese enthalten sie alle.',
    slideOf: 'Folie {0} von {1}',
    inNotes: 'In den Notizen',
    best: 'Beste Treffer zuerst',
    newest: 'Neueste zuerst',
    order: 'Reihenfolge',
    looked: 'Durchsucht: {0}.',
    undated: 'ohne Datum',
    lookIn: 'Auch {0} durchsuchen',
    loading: 'Suche …',
    failed: 'Die Texte konnten nicht geladen werden.',
    notSearched: 'Diese Websites konnten nicht durchsucht werden: {0}.',
    again: 'Erneut versuchen',
    more: '{0} weitere zeigen',
    moreInDeck: '{0} weitere in dieser Präsentation',
    foundFrom: 'In {0} von {1} Präsentationen gefunden, von {2} bis {3}',
    foundIn: 'In {0} von {1} Präsentationen gefunden, im {2}',
    results: 'Gefundene Folien',
    keys: '↑ ↓ wählt, Eingabetaste öffnet die Folie',
  },
  fr: {
    oneSlide: '1 diapositive',
    slides: '{0} diapositives',
    inDecks: '{0} dans {1} présentations',
    inOneDeck: '{0} dans 1 présentation',
    none: 'Aucune diapositive ne contient « {0} »',
    noneYet: 'Pour l’instant, aucune diapositive ne contient « {0} »',
    hint: 'Essayez avec moins de mots, le début d’un mot ou un autre mot.',
    noWord: 'Aucune diapositive ne contient « {0} ».',
    meant: 'Vouliez-vous dire « {0} » ? {1}.',
    some: 'Aucune diapositive ne contient tous ces mots. Celles-ci en contiennent certains.',
    noPhrase: 'Aucune diapositive ne contient ces mots dans cet ordre. Celles-ci les contiennent tous.',
    slideOf: 'Diapositive {0} sur {1}',
    inNotes: 'Dans les notes',
    best: 'Les plus pertinentes d’abord',
    newest: 'Les plus récentes d’abord',
    order: 'Ordre',
    looked: 'Recherche effectuée dans : {0}.',
    undated: 'sans date',
    lookIn: 'Chercher aussi dans {0}',
    loading: 'Recherche …',
    failed: 'Les textes n’ont pas pu être chargés.',
    notSearched: 'Ces sites n’ont pas pu être consultés : {0}.',
    again: 'Réessayer',
    more: 'Afficher {0} de plus',
    moreInDeck: '{0} de plus dans cette présentation',
    foundFrom: 'Présent dans {0} des {1} présentations, entre {2} et {3}',
    foundIn: 'Présent dans {0} des {1} présentations, en {2}',
    results: 'Diapositives trouvées',
    keys: '↑ ↓ pour choisir, Entrée ouvre la diapositive',
  },
}
