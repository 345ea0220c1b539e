/** The index of the last of `starts`, which are in order, that is not beyond `value`; -1 where all are. */
export function lastAt(starts: readonly number[], value: number): number {
  let [low, high] = [0, starts.length]
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((starts[middle] ?? Infinity) <= value) low = middle + 1
    else high = middle
  }
  return low - 1
}
