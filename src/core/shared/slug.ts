// In characters.
const LONGEST = 60

/**
 * A text as part of an address: lower case, words joined by dashes. Letters lose their accents, other scripts stay as they are; empty if the
 * text has neither letters nor digits.
 */
export function slug(text: string): string {
  const words = text
    .slice(0, LONGEST * 4)
    .normalize('NFKD')
    .toLowerCase()
    .replace(/ß/g, 'ss')
    // Accents of Latin, Greek and Cyrillic; in other scripts, marks are part of the word.
    .replace(/[\u0300-\u036f]+/g, '')
    .replace(/[^\p{L}\p{N}\p{M}]+/gu, '-')
    .replace(/^-|-$/g, '')
    .normalize('NFC')
  if (words.length <= LONGEST) return words
  // At the end of a word, unless the word is that long.
  const cut = words.slice(0, LONGEST + 1).lastIndexOf('-')
  return Array.from(words)
    .slice(0, cut > LONGEST / 2 ? cut : LONGEST)
    .join('')
}
