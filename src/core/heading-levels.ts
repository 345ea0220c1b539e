const DEEPEST = 6

/**
 * Levels under which headings follow each other without a gap, whatever authors chose for their size.
 * The page has one first heading, its title: those of a slide begin at 2.
 */
export function levelsInOrder(levels: readonly number[]): number[] {
  const above: number[] = []
  return levels.map((level) => {
    while ((above.at(-1) ?? 0) >= level) above.pop()
    above.push(level)
    return Math.min(above.length + 1, DEEPEST)
  })
}
