/** A word in the form in which it is compared: without case and marks, and with `ue` as `ü`, since people type either. */
export function foldWord(word: string): string {
  return plainWord(word).replace(/([aou])e/g, '$1')
}

/** The same, with `ue` as it is written. */
export function plainWord(word: string): string {
  return word.toLowerCase().replaceAll('ß', 'ss').normalize('NFKD').replace(/\p{M}/gu, '')
}

const WORDS = /[\p{L}\p{N}\p{M}]+/gu

/** The words of a text as they are written, and where each begins. */
export function wordsOf(text: string): readonly { readonly word: string; readonly at: number }[] {
  return [...text.matchAll(WORDS)].map(({ 0: word, index }) => ({ word, at: index }))
}
