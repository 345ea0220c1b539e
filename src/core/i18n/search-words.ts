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
  readonly keys: string
}

export const SEARCH_WORDS: Readonly<Record<keyof typeof languages, SearchWords>> = {
  en: {
    oneSlide: '1 slide',
    slides: '{0} slides',
    inDecks: '{0} in {1} decks',
    inOneDeck: '{0} in 1 deck',
    none: 'No slide contains “{0}”',
    noneYet: 'No slide contains “{0}” so far',
    hint: 'Try fewer words, the start of a word, or a different word.',
    noWord: 'No slide contains “{0}”.',
    meant: 'Did you mean “{0}”? {1}.',
    some: 'No slide contains all of these words. The slides below contain some of them.',
    noPhrase: 'No slide contains these words in this order. The slides below contain all of them.',
    slideOf: 'Slide {0} of {1}',
    inNotes: 'In the notes',
    best: 'Best match first',
    newest: 'Newest first',
    looked: 'Searched: {0}.',
    undated: 'undated',
    lookIn: 'Also search: {0}',
    loading: 'Searching…',
    failed: 'The text of the slides could not be loaded.',
    notSearched: 'These sites could not be searched: {0}.',
    again: 'Try again',
    more: 'Show {0} more',
    moreInDeck: '{0} more in this deck',
    foundFrom: 'Found in {0} of {1} decks, from {2} to {3}',
    foundIn: 'Found in {0} of {1} decks, in {2}',
    keys: '↑ ↓ to choose, Enter to open',
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
    some: 'Keine Folie enthält alle diese Wörter. Die folgenden enthalten einige davon.',
    noPhrase: 'Keine Folie enthält diese Wörter in dieser Reihenfolge. Die folgenden enthalten sie alle.',
    slideOf: 'Folie {0} von {1}',
    inNotes: 'In den Notizen',
    best: 'Beste Treffer zuerst',
    newest: 'Neueste zuerst',
    looked: 'Durchsucht: {0}.',
    undated: 'ohne Datum',
    lookIn: 'Auch durchsuchen: {0}',
    loading: 'Suche …',
    failed: 'Der Text der Folien konnte nicht geladen werden.',
    notSearched: 'Diese Websites konnten nicht durchsucht werden: {0}.',
    again: 'Erneut versuchen',
    more: '{0} weitere anzeigen',
    moreInDeck: '{0} weitere in dieser Präsentation',
    foundFrom: 'In {0} von {1} Präsentationen gefunden, von {2} bis {3}',
    foundIn: 'In {0} von {1} Präsentationen gefunden, im {2}',
    keys: 'Mit ↑ ↓ auswählen, mit Enter öffnen',
  },
  fr: {
    oneSlide: '1 diapositive',
    slides: '{0} diapositives',
    inDecks: '{0} dans {1} présentations',
    inOneDeck: '{0} dans 1 présentation',
    none: 'Aucune diapositive ne contient « {0} »',
    noneYet: 'Pour l’instant, aucune diapositive ne contient « {0} »',
    hint: 'Essayez avec moins de mots, le début d’un mot ou un autre mot.',
    noWord: 'Aucune diapositive ne contient « {0} ».',
    meant: 'Vouliez-vous dire « {0} » ? {1}.',
    some: 'Aucune diapositive ne contient tous ces mots. Les suivantes en contiennent certains.',
    noPhrase: 'Aucune diapositive ne contient ces mots dans cet ordre. Les suivantes les contiennent tous.',
    slideOf: 'Diapositive {0} sur {1}',
    inNotes: 'Dans les notes',
    best: 'Les plus pertinentes d’abord',
    newest: 'Les plus récentes d’abord',
    looked: 'Recherche effectuée dans : {0}.',
    undated: 'sans date',
    lookIn: 'Rechercher aussi dans : {0}',
    loading: 'Recherche…',
    failed: 'Le texte des diapositives n’a pas pu être chargé.',
    notSearched: 'La recherche n’a pas pu inclure ces sites : {0}.',
    again: 'Réessayer',
    more: 'Afficher {0} de plus',
    moreInDeck: '{0} de plus dans cette présentation',
    foundFrom: 'Trouvé dans {0} des {1} présentations, de {2} à {3}',
    foundIn: 'Trouvé dans {0} des {1} présentations, en {2}',
    keys: '↑ ↓ pour choisir, Entrée pour ouvrir',
  },
}
