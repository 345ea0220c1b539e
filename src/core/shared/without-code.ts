/** A line without its code between backquotes, by the rule of CommonMark: a run of backquotes ends at the next one of the same length. */
export function withoutCode(line: string): string {
  if (!line.includes('`')) return line
  const runs = [...line.matchAll(/`+/g)]
  // From the end, so that a long line takes one look at each run.
  const closing = new Map<number, number>()
  const closedBy = runs.map(() => -1)
  for (let index = runs.length - 1; index >= 0; index -= 1) {
    const length = runs[index]?.[0].length ?? 0
    closedBy[index] = closing.get(length) ?? -1
    closing.set(length, index)
  }
  const kept: string[] = []
  let from = 0
  for (let index = 0; index < runs.length; index += 1) {
    const close = runs[closedBy[index] ?? -1]
    if (!close) continue
    kept.push(line.slice(from, runs[index]?.index))
    from = close.index + close[0].length
    index = closedBy[index] ?? index
  }
  return kept.join('') + line.slice(from)
}
