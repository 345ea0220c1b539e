import type { Box, Range } from '../read-heif.ts'

/** What is overwritten with zeros, and the boxes that become free space. */
export interface Erasing {
  readonly ranges: readonly Range[]
  readonly boxes: readonly Box[]
}

/** Fills ranges with zeros, but for what is in other ranges as well; both may overlap, and may end after the bytes do. */
export function eraseRanges(bytes: Buffer, { erased, kept }: { readonly erased: readonly Range[]; readonly kept: readonly Range[] }): void {
  const stays = merge(kept, bytes.length)
  let next = 0
  for (const [from, to] of merge(erased, bytes.length)) {
    let at = from
    while (at < to) {
      const stay = stays[next]
      if (!stay || stay[0] >= to) {
        bytes.fill(0, at, to)
        break
      }
      if (stay[0] > at) bytes.fill(0, at, stay[0])
      at = Math.max(at, stay[1])
      if (stay[1] <= to) next += 1
    }
  }
}

// In order, and without overlaps, so that each byte is touched once.
function merge(ranges: readonly Range[], length: number): readonly Range[] {
  const merged: [from: number, to: number][] = []
  for (const [from, end] of ranges.toSorted(([a], [b]) => a - b)) {
    const to = Math.min(end, length)
    const last = merged.at(-1)
    if (last && from <= last[1]) last[1] = Math.max(last[1], to)
    else if (from < to) merged.push([from, to])
  }
  return merged
}
