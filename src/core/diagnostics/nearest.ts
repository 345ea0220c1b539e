/** The candidate with the most similar spelling, at most `most` letters away. */
export function nearest(name: string, candidates: Iterable<string>, most = Math.floor(name.length / 3)): string | undefined {
  const wanted = name.toLowerCase()
  if (wanted.length > 60) return undefined
  let best: string | undefined
  let least = most + 1
  for (const candidate of candidates) {
    const distance = editDistance(wanted, candidate.toLowerCase())
    if (distance >= least) continue
    best = candidate
    least = distance
  }
  return best
}

/** `; did you mean "theme"?`, or nothing. */
export function didYouMean(name: string, candidates: Iterable<string>): string {
  const close = nearest(name, candidates)
  return close === undefined ? '' : `; did you mean "${close}"?`
}

// Optimal string alignment distance: swapped neighbours, a common typing error, count as one edit.
function editDistance(a: string, b: string): number {
  let previous: number[] = []
  let row = Array.from({ length: b.length + 1 }, (_, j) => j)
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i]
    for (let j = 1; j <= b.length; j += 1) {
      const same = a[i - 1] === b[j - 1]
      let cost = Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, (row[j - 1] ?? 0) + (same ? 0 : 1))
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) cost = Math.min(cost, (previous[j - 2] ?? 0) + 1)
      next.push(cost)
    }
    previous = row
    row = next
  }
  return row[b.length] ?? 0
}
