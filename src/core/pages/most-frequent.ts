/** A text of a list that is in it as often as no other, the first of those that are; `undefined` of an empty list. */
export function mostFrequent(texts: readonly string[]): { readonly text: string; readonly count: number } | undefined {
  const counts = new Map<string, number>()
  for (const text of texts) counts.set(text, (counts.get(text) ?? 0) + 1)
  // Sorting keeps the order of equals.
  const [most] = [...counts].toSorted(([, one], [, other]) => other - one)
  return most && { text: most[0], count: most[1] }
}
