import { describe, expect, test } from 'vitest'
import { languageOfText } from '../../../src/core/deck/deck-language.ts'

const ENGLISH = `# Community call

- The reference implementation now runs on three clouds, and the next release comes in September.
- Please test it, and tell us what does not work for you. We need your help with the documentation.
- The meeting of the next week starts an hour later than usual.
`
const GERMAN = `# Treffen der Gemeinschaft

- Die Referenzimplementierung läuft jetzt in drei Clouds, und die nächste Version erscheint im September.
- Bitte probiert sie aus und sagt uns, was bei euch nicht funktioniert. Wir brauchen Hilfe bei der Dokumentation.
- Das Treffen der nächsten Woche beginnt eine Stunde später als sonst.
`
const FRENCH = `# Réunion de la communauté

- L’implémentation de référence fonctionne maintenant sur trois nuages, et la prochaine version sort en septembre.
- Essayez-la, et dites-nous ce qui ne marche pas chez vous. Nous avons besoin d’aide pour la documentation.
- La réunion de la semaine prochaine commence une heure plus tard que d’habitude.
`
const DUTCH = `# Bijeenkomst van de gemeenschap

- De referentie-implementatie draait nu in drie clouds, en de volgende versie komt in september uit.
- Probeer het alsjeblieft uit en vertel ons wat er bij jullie niet werkt. We hebben hulp nodig bij de documentatie.
- De bijeenkomst van volgende week begint een uur later dan anders.
`

describe('the language of a text', () => {
  test.each([
    ['en', ENGLISH],
    ['de', GERMAN],
    ['fr', FRENCH],
    ['nl', DUTCH],
  ])('is %s', (lang, text) => expect(languageOfText(text)).toBe(lang))

  test.each([
    ['code', `\`\`\`js\n${ENGLISH.repeat(4)}\n\`\`\`\n`],
    ['comments', `<!-- ${ENGLISH.repeat(4)} -->\n`],
    ['styles', `<style>${'.the { that: this } '.repeat(60)}</style>\n`],
    ['addresses', '[x](https://example.org/the-reference-implementation-of-the-week) https://example.org/this/and/that\n'.repeat(30)],
  ])('is not that of its %s', (_, other) => expect(languageOfText(other + GERMAN)).toBe('de'))

  test.each([
    ['no text', ''],
    ['a few words', '# Team IaaS\n\n- Rookify\n- CAPO\n'],
    ['numbers', '1 2 3 4 '.repeat(200)],
    ['only code', `\`\`\`\n${GERMAN}\n\`\`\`\n`],
  ])('is unknown of %s', (_, text) => expect(languageOfText(text)).toBeUndefined())

  test('of a long line of open marks is found in no time that matters', () => {
    for (const piece of ['<', '<!--', '`', '](', '~~~\n']) languageOfText(piece.repeat(200_000))
  })
})
