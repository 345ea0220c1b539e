/** Text in the form in which it is compared: without case and without accents. */
export function fold(text: string): string {
  // Upper case, because it turns ß into SS, which is how people type it.
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toUpperCase()
}

/** Whether a folded text contains all words of a query. */
export function matchWords(folded: string, query: string): boolean {
  return fold(query)
    .split(/\s+/)
    .every((word) => folded.includes(word))
}
