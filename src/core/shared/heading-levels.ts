const DEEPEST = 6

/**
 * Changes heading levels so that none is skipped, since authors choose them by size.
 * The title of the page is its only level-1 heading: those of a slide start at 2.
 */
export function levelsInOrder(levels: readonly number[]): number[] {
  const above: number[] = []
  return levels.map((level) => {
    while ((above.at(-1) ?? 0) >= level) above.pop()
    above.push(level)
    return Math.min(above.length + 1, DEEPEST)
  })
}
