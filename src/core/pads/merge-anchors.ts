/** A line that is in each of three texts once: its index in each of them. */
export type Anchor = readonly [old: number, here: number, there: number]

/**
 * Lines by which three texts can be cut into parts that belong together: each is in every text once, and they have the same order in all
 * of them. A merge of the parts takes time in proportion to the texts, since lines that are repeated, such as empty ones, are compared
 * only within a part.
 */
export function findAnchors(old: readonly string[], here: readonly string[], there: readonly string[]): readonly Anchor[] {
  const [inHere, inThere] = [indexOfUnique(here), indexOfUnique(there)]
  const common = [...indexOfUnique(old)].flatMap(([line, index]): Anchor[] => {
    const [one, other] = [inHere.get(line), inThere.get(line)]
    return one === undefined || other === undefined ? [] : [[index, one, other]]
  })
  return longestRise(longestRise(common, 1), 2)
}

function indexOfUnique(lines: readonly string[]): ReadonlyMap<string, number> {
  const found = new Map<string, number>()
  const repeated = new Set<string>()
  for (const [index, line] of lines.entries()) {
    if (found.has(line)) repeated.add(line)
    found.set(line, index)
  }
  for (const line of repeated) found.delete(line)
  return found
}

// The longest subsequence whose values rise: the ends of the best ones of each length, and what precedes each element.
function longestRise(anchors: readonly Anchor[], side: 1 | 2): readonly Anchor[] {
  const ends: number[] = []
  const before: (number | undefined)[] = []
  const valueAt = (end: number | undefined) => (end === undefined ? Infinity : (anchors[end]?.[side] ?? Infinity))
  for (const [index, anchor] of anchors.entries()) {
    let [from, to] = [0, ends.length]
    while (from < to) {
      const middle = (from + to) >> 1
      if (valueAt(ends[middle]) < anchor[side]) from = middle + 1
      else to = middle
    }
    before[index] = ends[from - 1]
    ends[from] = index
  }
  const chain: Anchor[] = []
  for (let index = ends.at(-1); index !== undefined; index = before[index]) {
    const anchor = anchors[index]
    if (anchor) chain.push(anchor)
  }
  return chain.toReversed()
}
