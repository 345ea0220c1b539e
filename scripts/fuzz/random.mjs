/** Numbers that a seed decides. */
export function createRandom(seed) {
  let state = Math.imul(seed, 0x9e3779b1) | 0
  const next = () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
  /** A whole number from nought to below `most`. */
  const below = (most) => Math.floor(next() * most)
  return { below, chance: (share) => next() < share, pick: (items) => items[below(items.length)] }
}
