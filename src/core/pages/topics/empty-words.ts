import { normalForm } from './normal-form.ts'

/** Headings that say nothing about a deck, by language. */
const EMPTY: Readonly<Record<'en' | 'de' | 'fr', readonly string[]>> = {
  en: `about me; about us; agenda; announcements; any newcomers; any newcomers welcome; any other business; any questions; anything else; anything else important; aob;
    any important decisions; any relevant news; appendix; backup; bio; break; call for action; conclusion; conclusions; contact; contents; demo;
    discussion; end; feedback; goals; good bye; goodbye; hello; hi; home; housekeeping; intro; introduction; introductions; links; literature;
    minutes; misc; miscellaneous; motivation; newcomers; news; next; next meeting; next steps; next time; next week; no agenda; no meeting;
    no update; no updates; not much news; notes; nothing to report; open points; other; other topics; others; outline; outlook; overview;
    preface; q and a; questions; questions and answers; qanda; recap; references; report; reports; resources; roundtable; slides; sources;
    status; status update; summary; table of contents; takeaways; tbd; team updates; thank you; thank you for your attention; thank you very much;
    thanks; to do; todo; today; topics; update; updates; updates from the teams; welcome; what else; whats new; whats next; who am i;
    who are we; wrap up`.split(';'),
  de: `abschluss; agenda; aktuelles; allgemeines; anhang; ankündigungen; ausblick; begrüßung; bericht; danke; danksagung; demo; diskussion;
    einführung; einleitung; ende; ergebnisse; fazit; fragen; gliederung; hallo; herzlich willkommen; inhalt; inhaltsverzeichnis; kontakt; links;
    literatur; motivation; nächste schritte; nächste woche; neues; neuigkeiten; notizen; organisatorisches; pause; quellen; rückblick; sonstiges;
    stand; tagesordnung; termine; themen; todo; überblick; übersicht; verschiedenes; vielen dank; vielen dank für die aufmerksamkeit; vorstellung;
    vorstellungsrunde; wer bin ich; wer sind wir; willkommen; zusammenfassung`.split(';'),
  fr: `actualités; annexe; annexes; annonces; au revoir; bienvenue; bilan; bonjour; conclusion; contact; démo; discussion; divers; fin; introduction;
    liens; merci; merci de votre attention; motivation; nouvelles; ordre du jour; pause; perspectives; plan; présentation; prochaines étapes;
    prochaine réunion; qui sommes nous; qui suis je; questions; questions et réponses; rappel; références; remerciements; résumé; sommaire; sources;
    table des matières; tour de table; vue densemble`.split(';'),
}

/** The normal forms of headings that say nothing about a deck. Of all languages: decks do not always say which one they are in. */
export const EMPTY_HEADINGS: ReadonlySet<string> = new Set(
  Object.values(EMPTY).flatMap((headings) => headings.map((text) => normalForm(text))),
)
