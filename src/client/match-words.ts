/** Text in the form in which it is compared: without case and without the marks on letters. */
export function fold(text: string): string {
  // Upper case, since only there ß is what people write for it.
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toUpperCase()
}

/** Whether a folded text holds all words of a query. */
export function matchWords(folded: string, query: string): boolean {
  return fold(query)
    .split(/\s+/)
    .every((word) => folded.includes(word))
}
