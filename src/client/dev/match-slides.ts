/**
 * For each slide of the new text, the index of the old slide that it was, or `undefined` for a new slide. Slides keep their order; a changed
 * slide is matched with the most similar one.
 */
export function matchSlides(before: readonly string[], after: readonly string[]): readonly (number | undefined)[] {
  const shorter = Math.min(before.length, after.length)
  let first = 0
  while (first < shorter && before[first] === after[first]) first += 1
  let last = 0
  while (last < shorter - first && before.at(-1 - last) === after.at(-1 - last)) last += 1
  const middle = align(before.slice(first, before.length - last), after.slice(first, after.length - last))
  return after.map((_, index) => {
    if (index < first) return index
    if (index >= after.length - last) return index - after.length + before.length
    const found = middle[index - first]
    return found === undefined ? undefined : found + first
  })
}

// For more pairs than this, slides are matched by their index.
const MOST = 40_000

// The pairs, in order, with the highest total similarity.
function align(before: readonly string[], after: readonly string[]): readonly (number | undefined)[] {
  if (before.length * after.length > MOST) return after.map((_, index) => (index < before.length ? index : undefined))
  const width = after.length + 1
  const best = new Float64Array((before.length + 1) * width)
  const at = (b: number, a: number) => best[b * width + a] ?? 0
  const alike = before.map((old) => after.map((now) => likeness(old, now)))
  for (let b = before.length - 1; b >= 0; b -= 1) {
    for (let a = after.length - 1; a >= 0; a -= 1)
      best[b * width + a] = Math.max(at(b + 1, a), at(b, a + 1), at(b + 1, a + 1) + (alike[b]?.[a] ?? 0))
  }
  const found: (number | undefined)[] = after.map(() => undefined)
  for (let b = 0, a = 0; b < before.length && a < after.length;) {
    if (at(b, a) === at(b + 1, a + 1) + (alike[b]?.[a] ?? 0)) {
      found[a] = b
      b += 1
      a += 1
    } else if (at(b, a) === at(b + 1, a)) b += 1
    else a += 1
  }
  return found
}

/** From 0.1 to 1: the share of two texts that is the same at their start and end. */
function likeness(a: string, b: string): number {
  if (a === b) return 1
  const shorter = Math.min(a.length, b.length)
  let start = 0
  while (start < shorter && a[start] === b[start]) start += 1
  let end = 0
  while (end < shorter - start && a.at(-1 - end) === b.at(-1 - end)) end += 1
  return 0.1 + (0.8 * (start + end)) / Math.max(a.length, b.length, 1)
}
