export const best = (values) => Math.min(...values)

export function median(values) {
  const sorted = values.toSorted((a, b) => a - b)
  const middle = sorted.length >> 1
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2
}

/** The value that a share of all does not exceed. */
export const percentile = (values, share) => values.toSorted((a, b) => a - b)[Math.ceil(values.length * share) - 1]

/** One number of each result. */
export const pick = (results, key) => results.map((result) => result[key])

/** How one program stands to another, round by round: neighbours in time met the same load. */
export function ratio(results, reference, key) {
  const ratios = results.map((result, round) => result[key] / reference[round][key])
  return { best: best(pick(results, key)) / best(pick(reference, key)), median: median(ratios) }
}
